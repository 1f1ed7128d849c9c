import { describe, expect, it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseMessage, typeFilter, waitForHeading } from '../support/panel-messages';
import { chooseLink, click, pressTab } from '../support/panel-page';

const lab = await labForTests();

const DETAIL = `document.querySelector('.message-detail')`;

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('a megabyte of JSON opens while the panel goes on, and is drawn and unfolded where one looks', async () => {
    const panel = untilTestEnds(await openInspectedTab(browser));
    await panel.goto(`${lab.httpOrigin}/pages/blank`);
    await panel.evaluateInPage(`new Promise((done) => {
      const items = Array.from({ length: 14000 }, (_, n) => ({ n, name: 'item number ' + n, tags: ['a', 'b'], isLast: n === 13999 }));
      const socket = new WebSocket('${lab.wsOrigin}/echo/huge');
      socket.onopen = () => socket.send(JSON.stringify({ type: 'huge', items }));
      socket.onmessage = () => done(true);
    })`);
    await chooseLink(panel, '/echo/huge');
    await typeFilter(panel, 'dir:in huge');
    await waitForHeading(panel, 'Messages 1 of 2');

    // The longest time in which nothing else had its turn. It is told and not judged: a busy machine makes its own.
    await panel.evaluateInPanel(`void (() => {
      globalThis.longestMs = 0;
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        longestMs = Math.max(longestMs, now - last);
        last = now;
        setTimeout(beat, 0);
      };
      beat();
    })()`);
    await chooseMessage(panel, 'huge');
    await panel.waitInPanel(`${DETAIL}?.innerText.includes('"item number 0"') === true`, 'the beginning');
    // Whole, and yet only some lines of it are drawn.
    await panel.waitInPanel(
      `(() => {
        const lines = ${DETAIL}.querySelector('.lines-view > *');
        lines.scrollTop = lines.scrollHeight;
        return ${DETAIL}.innerText.includes('"isLast": true');
      })()`,
      'the end of it',
    );
    expect(await panel.evaluateInPanel(`${DETAIL}.querySelectorAll('*').length`)).toBeLessThan(1_000);

    await pressTab(panel, 'Tree');
    const rows = `[...${DETAIL}.querySelectorAll('.json-item')]`;
    const row = (label: string) =>
      `${rows}.find((one) => one.querySelector('.json-key')?.innerText === ${JSON.stringify(label)})`;
    // Of 14,000 items the last, by way of the ranges in which they are folded.
    for (const [label, inside] of [
      ['"items":', '[10000 to 13999]'],
      ['[10000 to 13999]', '[13900 to 13999]'],
      ['[13900 to 13999]', '13999:'],
    ] as const) {
      await panel.waitInPanel(`${row(label)}?.getAttribute('aria-expanded') === 'false'`, `${label} folded`);
      await click(panel, `${row(label)}.querySelector('.json-chevron')`, label);
      await panel.waitInPanel(`${row(inside)} !== undefined`, `${inside} in ${label}`);
    }
    expect(await panel.evaluateInPanel(`${DETAIL}.querySelectorAll('*').length`)).toBeLessThan(5_000);
    await click(panel, `${row('"items":')}.querySelector('.json-chevron')`, 'the list');
    await panel.waitInPanel(`${rows}.length === 3`, 'the list to fold');
    console.log(
      `${browser}: at most ${await panel.evaluateInPanel<number>('Math.round(longestMs)')} ms at a time`,
    );
  });
});
