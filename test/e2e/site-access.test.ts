import { it } from 'vitest';
import { openRestartable } from '../support/browsers/restartable';
import { labForTests } from '../support/browsers/for-tests';
import { chooseLink, reloadPanel, waitForFact } from '../support/panel-page';

const lab = await labForTests();

const NOTICE = `document.querySelector('[aria-label="Access to pages"]').innerText`;

it.each(['chromium', 'firefox'] as const)(
  'in %s, the panel says that the user keeps Hangup out of pages, and takes it back',
  async (browser) => {
    const { tab, setSiteAccess } = await openRestartable(browser);
    try {
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      await tab.waitInPanel(`${NOTICE} === ''`, 'no notice');
      await setSiteAccess(false);
      await tab.waitInPanel(`${NOTICE}.includes('may not read all pages')`, 'the notice');
      await reloadPanel(tab);
      await tab.waitInPanel(`${NOTICE}.includes('may not read all pages')`, 'the notice, in a new panel');
      await setSiteAccess(true);
      await tab.waitInPanel(`${NOTICE} === ''`, 'the notice to go');
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      await tab.evaluateInPage(`void (globalThis.socket = new WebSocket('${lab.wsOrigin}/close/4001'))`);
      await chooseLink(tab, '/close/4001');
      await waitForFact(tab, 'Close code', '4001');
    } finally {
      await tab.close();
    }
  },
);
