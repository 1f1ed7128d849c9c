import { it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, waitForFact, waitForLinkCount, waitForNoFact } from '../support/panel-page';

const lab = await labForTests();

it.each([
  ['chromium', 'Page, Browser network log'],
  ['firefox', 'Page, Browser request log'],
] as const)('in %s, the handshake of a socket that is open is shown', async (browser, seenBy) => {
  const tab = untilTestEnds(await openInspectedTab(browser));
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(`void (globalThis.open = new WebSocket('${lab.wsOrigin}/echo/stays'))`);
  await chooseLink(tab, '/echo/stays');
  await waitForFact(tab, 'HTTP status', '101');
  await waitForFact(tab, 'Seen by', seenBy);
  await waitForNoFact(tab, 'Close code');
  await tab.evaluateInPage(`void open.close(4000, 'enough')`);
  await waitForFact(tab, 'Close code', '4000');
  await waitForLinkCount(tab, 1);
});
