import { describe, expect, it } from 'vitest';
import { labForTests, tabsForTests } from '../support/browsers/for-tests';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openKeptRecords } from '../support/browsers/kept-records';
import { openInspectedBrowser } from '../support/browsers/open-inspected-tab';
import { JOURNAL } from '../support/browsers/panel-states';
import { chooseMessage, waitForHeading } from '../support/panel-messages';
import { chooseLink, waitForFact } from '../support/panel-page';

const MESSAGES = 8;

/** "Messages 9 Plain messages 7 not kept": the sum. */
const SHOWN_AND_NOT_KEPT = `(() => {
  const [, shown, notKept] = /^Messages (\\d+) .*?(\\d+) not kept/.exec(
    document.querySelector('.messages .section-head').innerText.replace(/\\s+/g, ' ')) ?? [];
  return Number(shown) + Number(notKept);
})()`;

const lab = await labForTests();

/** Opens a socket that has got some messages. `then` runs after that; `socket` is there to use. */
async function openSocket(tab: InspectedTab, path: string, then: string): Promise<void> {
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(`new Promise((done) => {
    const socket = new WebSocket('${lab.wsOrigin}${path}');
    let left = ${MESSAGES};
    socket.onopen = () => { for (let n = 1; n <= ${MESSAGES}; n += 1) socket.send('message ' + n); };
    socket.onmessage = () => {
      left -= 1;
      if (left > 0) return;
      ${then}
      done(true);
    };
  })`);
}

describe.each(['chromium', 'firefox'] as const)('in %s, of a page that is left', (browser) => {
  const openTab = tabsForTests(() => openInspectedBrowser(browser));

  it.each([
    { what: 'what it does while it goes', leaving: `socket.close(4001, 'leaving')` },
    { what: 'what was said last on a socket that it leaves open', leaving: '' },
  ])('$what is kept, though nobody watches', async ({ leaving }) => {
    const tab = await openTab({ openPanelFirst: false });
    await openSocket(tab, '/echo', `addEventListener('pagehide', () => { ${leaving} });`);
    const kept = await openKeptRecords(tab);
    // Until storage has answered, a page is not known to be one that may be recorded.
    await kept.waitFor(`record.type === 'socket-open'`);
    await tab.goto(`${lab.httpOrigin}/pages/blank?elsewhere`);
    await kept.waitFor(`record.text === 'message ${MESSAGES}'`);
    const told = await kept.read();
    if (leaving !== '')
      expect(told).toContainEqual(
        expect.objectContaining({ type: 'socket-close-called', code: 4001, reason: 'leaving' }),
      );
    // How much there was, so that what is not here can be counted.
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'socket-traffic', messagesIn: MESSAGES, messagesOut: MESSAGES }),
    );
    await tab.openPanel();
    await chooseLink(tab, '/echo');
    await tab.waitInPanel(`${SHOWN_AND_NOT_KEPT} === ${2 * MESSAGES}`, 'all messages, shown or counted');
  });

  it('what it sends at last is told a panel that watches', async () => {
    const tab = await openTab();
    await openSocket(tab, '/echo/watched', `addEventListener('pagehide', () => socket.send('farewell'));`);
    await tab.goto(`${lab.httpOrigin}/pages/blank?elsewhere`);
    await chooseLink(tab, '/echo/watched');
    if (browser === 'chromium') await chooseMessage(tab, 'farewell');
    // Firefox has closed its sockets by then.
    else await waitForFact(tab, 'Sent too late', /^Once, after the close began/);
    await waitForFact(tab, 'Received', new RegExp(`^${MESSAGES} `));
  });

  it('messages that no batch has taken yet go with it to a panel that watches', async () => {
    const tab = await openTab();
    await openSocket(tab, '/echo/going', `globalThis.socket = socket;`);
    await chooseLink(tab, '/echo/going');
    await waitForHeading(tab, `Messages ${2 * MESSAGES}`);
    // A page cannot be left so fast that no timer runs. This one only makes believe.
    await tab.evaluateInPage(`new Promise((done) => {
      socket.onmessage = ({ data }) => data === 'last' && done(true);
      for (let n = 0; n < 3; n += 1) socket.send(new Uint8Array([1, 2, 3]));
      socket.send('last');
      dispatchEvent(new Event('pagehide'));
    })`);
    await waitForHeading(tab, `Messages ${2 * MESSAGES + 8}`);
    await waitForFact(tab, 'Received', new RegExp(`^${MESSAGES + 4} `));
    // Nor is it believed that it was left.
    expect(await tab.evaluateInPanel(`(async () => ${JOURNAL}.includes('page-hidden'))()`)).toBe(false);
  });
});
