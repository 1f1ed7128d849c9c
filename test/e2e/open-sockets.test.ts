import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { chooseLink, readFacts, waitForFact } from '../support/panel-page';

let lab: FaultLab;
let tab: InspectedTab | undefined;
beforeAll(async () => {
  lab = await startFaultLab();
});
afterAll(async () => {
  await lab.stop();
});
afterEach(async () => {
  await tab?.close();
  tab = undefined;
});

it.each([
  ['chromium', 'Page, Browser network log'],
  ['firefox', 'Page, Browser request log'],
] as const)('in %s, the handshake of a socket that is open is shown', async (browser, seenBy) => {
  tab = await openInspectedTab(browser);
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(`void (globalThis.open = new WebSocket('${lab.wsOrigin}/echo/stays'))`);
  await chooseLink(tab, '/echo/stays');
  await waitForFact(tab, 'HTTP status', '101');
  await waitForFact(tab, 'Seen by', seenBy);
  expect(await readFacts(tab)).not.toHaveProperty('Close code');
  await tab.evaluateInPage(`void open.close(4000, 'enough')`);
  await waitForFact(tab, 'Close code', '4000');
  const links = `document.querySelectorAll('[aria-label="Conversations"] [role="option"]').length`;
  expect(await tab.evaluateInPanel(links)).toBe(1);
});
