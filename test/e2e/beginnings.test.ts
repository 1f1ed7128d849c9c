import { describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { exportEvents } from '../support/exported-events';
import { chooseMessage, typeFilter, waitForHeading } from '../support/panel-messages';
import { chooseLink, pressTab } from '../support/panel-page';

const lab = await labForTests();

const COUNT = 100;
const SIZE = 20_000;

/** Shorter than anything that is cut, and one more than the first messages that are always told. */
const GREETINGS = 4;

/** Is watched, and then sends all at once many times what a page may be made to pay for. */
async function openFlood(browser: 'chromium' | 'firefox'): Promise<InspectedTab> {
  const tab = untilTestEnds(await openInspectedTab(browser));
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(`void (() => {
    const socket = (globalThis.socket = new WebSocket('${lab.wsOrigin}/sink'));
    socket.onopen = () => { for (let n = 0; n < ${GREETINGS}; n += 1) socket.send('hello ' + n); };
  })()`);
  await chooseLink(tab, '/sink');
  await waitForHeading(tab, `Messages ${GREETINGS}`);
  await tab.evaluateInPage(`void (() => {
    for (let n = 0; n < ${COUNT}; n += 1) {
      const body = { type: 'bulk', n, pad: '', tail: 'end of ' + n };
      body.pad = 'x'.repeat(${SIZE} - JSON.stringify(body).length);
      socket.send(JSON.stringify(body));
    }
  })()`);
  await waitForHeading(tab, `Messages ${COUNT + GREETINGS}`);
  return tab;
}

const DETAIL = `document.querySelector('.message-detail')?.innerText ?? ''`;

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('of a flood of long messages the beginnings come along, and the rest when somebody asks', async () => {
    const tab = await openFlood(browser);
    await tab.waitInPanel(
      `/Of \\d+ messages only the beginnings were taken along/.test(document.querySelector('.notices')?.innerText)`,
      'the notice',
    );
    // The first are whole; of the last the beginning is there, and is found.
    await typeFilter(tab, 'is:cut "n":99');
    await waitForHeading(tab, 'Messages 1 of');
    await typeFilter(tab, 'end of 99');
    await waitForHeading(tab, 'Messages 0 of');
    await typeFilter(tab, '"n":99');
    await chooseMessage(tab, '"n":99');
    await tab.waitInPanel(`/"n": 99/.test(${DETAIL})`, 'the whole of the message, as JSON');
    await pressTab(tab, 'Tree');
    await tab.waitInPanel(
      `(${DETAIL}).includes('end of 99') && !(${DETAIL}).includes('Only the beginning')`,
      'its end, and no word that it is missing',
    );

    // An export asks for what is still there.
    const texts = (await exportEvents(tab)).flatMap((event) =>
      event.type === 'message' && event.text?.includes('bulk') === true ? [event.text] : [],
    );
    expect(texts.map((text) => [text.length, /"tail":"(.*)"/.exec(text)?.[1]])).toEqual(
      Array.from({ length: COUNT }, (_, n) => [SIZE, `end of ${n}`]),
    );
  });

  it('what the page no longer has stays a beginning, and says so', async () => {
    const tab = await openFlood(browser);
    await tab.goto(`${lab.httpOrigin}/pages/blank?left`);
    await typeFilter(tab, '"n":99');
    await chooseMessage(tab, '"n":99');
    await tab.waitInPanel(
      `(${DETAIL}).includes('Only the beginning was kept of 20')`,
      'the word that no more is to be had',
    );
  });
});
