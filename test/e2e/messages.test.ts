import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedBrowser } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, tabsForTests } from '../support/browsers/for-tests';
import { choose, chooseMessage, typeFilter, waitForHeading } from '../support/panel-messages';
import { chooseLink, click, pressButton, pressTab } from '../support/panel-page';

const CONVERSATION = '87f5ada82bc849fe854ce03610507e29';

const lab = await labForTests();
const pictures = process.env['PICTURES'] ?? folderForTests();

/** Two links of one conversation and a third of another: each says something different, and gets it back. */
async function playScene(opened: InspectedTab): Promise<InspectedTab> {
  await opened.goto(`${lab.httpOrigin}/pages/blank`);
  await opened.evaluateInPage(`(async () => {
    const open = async (path) => {
      const socket = new WebSocket(${JSON.stringify(lab.wsOrigin)} + path);
      socket.binaryType = 'arraybuffer';
      await new Promise((done) => { socket.onopen = done; });
      return (body) => new Promise((done) => { socket.onmessage = done; socket.send(body); });
    };
    const first = await open('/echo/one?conversation_id=${CONVERSATION}');
    const second = await open('/echo/two?conversation_id=${CONVERSATION}');
    const third = await open('/echo/three');
    for (let n = 0; n < 20; n += 1) {
      await first(JSON.stringify({ type: n % 10 === 0 ? 'alpha' : 'beta', n }));
      await second(JSON.stringify({ type: 'gamma', n, note: 'Needle ' + n }));
    }
    await first(JSON.stringify({ type: 'error', message: 'no seat left', code: 'E42' }));
    await third(new Uint8Array([1, 2, 3, 250]));
    await third('x'.repeat(3000));
    await third('y'.repeat(40) + '!');
  })()`);
  await chooseLink(opened, '/echo/one');
  await waitForHeading(opened, 'Messages 42');
  return opened;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  const openTab = tabsForTests(() => openInspectedBrowser(browser));
  const openScene = async () => playScene(await openTab());

  it('the messages of a connection, a conversation and everything are listed in order', async () => {
    const panel = await openScene();
    await choose(panel, 'Messages of', 'conversation');
    await waitForHeading(panel, 'Messages 82');
    // Each drawing of the list, from the first: the end stands there with the heading, not a frame later.
    await panel.evaluateInPanel(`void (() => {
      globalThis.drawnLast = [];
      new MutationObserver(() => {
        const section = document.querySelector('.messages');
        if (!section.querySelector('.section-head').innerText.includes('88')) return;
        drawnLast.push([...section.querySelectorAll('.list-row')].at(-1)?.innerText ?? '');
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    })()`);
    await choose(panel, 'Messages of', 'all');
    await waitForHeading(panel, 'Messages 88');
    const drawnLast = await panel.evaluateInPanel<string[]>('drawnLast');
    expect(drawnLast).not.toEqual([]);
    for (const row of drawnLast) expect(row.replace(/\s+/g, ' ')).toMatch(/three .*yyy/);
    // A row of another connection brings that connection on show, and the list stays as it is.
    await chooseMessage(panel, 'yyy');
    await panel.waitInPanel(
      `document.querySelector('.fact dd').innerText.includes('/echo/three')`,
      'its facts',
    );
    await waitForHeading(panel, 'Messages 88');
    await choose(panel, 'Times', 'delta');
    await panel.waitInPanel(
      `[...document.querySelectorAll('.messages .list-row .clock')].every((time) => /^\\+/.test(time.innerText))`,
      'times since the row above',
    );
    await panel.screenshot(path.join(pictures, `messages-${browser}.png`));
  });

  it('a filter finds messages of every socket, by what people would guess', async () => {
    const panel = await openScene();
    await choose(panel, 'Messages of', 'all');
    for (const [filter, count] of [
      ['needle', 40],
      ['"needle 7"', 2],
      ['event:alpha', 4],
      ['event:*a dir:in', 40],
      ['is:error', 2],
      ['code:E42 dir:in', 1],
      ['has:binary', 2],
      ['size>1k', 2],
      ['conversation:87f5 -needle', 42],
      ['protocol:json beta OR gamma', 76],
      ['/needle 1\\d/i', 20],
      ['url:three -/x{9}/', 4],
      ['(alpha OR /Needle 3"/) dir:out', 3],
    ] as const) {
      await typeFilter(panel, filter);
      await waitForHeading(panel, `Messages ${count} of 88`);
    }
    await typeFilter(panel, 'is:eror');
    await panel.waitInPanel(
      `document.querySelector('.filter-problem').innerText.includes('Did you mean is:error?')`,
      'what is wrong with the filter',
    );
  });

  // Suggestions open only where the document has the focus, and headless Firefox gives it to no panel
  // (`document.hasFocus()` is false there, with `focusmanager.testmode` too).
  if (browser === 'chromium')
    it('suggests what was seen, letter by letter', async () => {
      const panel = await openScene();
      await choose(panel, 'Messages of', 'all');
      // Letter by letter, as people type: suggestions open with the letter after the first that has any.
      await typeFilter(panel, 'event:a');
      await waitForHeading(panel, 'Messages 0 of 88');
      await typeFilter(panel, 'event:al');
      await panel.waitInPanel(
        `[...document.querySelectorAll('[role="option"]')].some((option) => option.innerText.includes('event:alpha'))`,
        'a suggestion of a name that was seen',
      );
      await panel.screenshot(path.join(pictures, `suggestions-${browser}.png`));
      await click(
        panel,
        `[...document.querySelectorAll('[role="option"]')].find((option) => option.innerText.includes('event:alpha'))`,
        'the suggestion',
      );
      await panel.waitInPanel(
        `document.querySelector('.filter-input').value === 'event:alpha '`,
        'the suggestion',
      );
      await waitForHeading(panel, 'Messages 4 of 88');
    });

  it('a regular expression that never ends is stopped, and the panel goes on all the while', async () => {
    const panel = await openScene();
    await choose(panel, 'Messages of', 'all');
    await panel.evaluateInPanel(`void (() => {
      globalThis.beats = 0;
      const beat = () => {
        if (document.querySelector('.list-problem')) return;
        beats += 1;
        setTimeout(beat, 10);
      };
      beat();
    })()`);
    // 3,000 x and no y: each x can be taken alone or with others, and every way is tried.
    await typeFilter(panel, 'url:three /(x+x+)+y/');
    await panel.waitInPanel(
      `document.querySelector('.list-problem')?.innerText.includes('takes too long')`,
      'the pattern to be given up',
    );
    // A search in the panel's own thread would let it beat a few times before, and then no more.
    expect(await panel.evaluateInPanel<number>('beats')).toBeGreaterThan(10);
    await typeFilter(panel, 'url:three /y!$/');
    await waitForHeading(panel, 'Messages 2 of 88');
    await panel.waitInPanel(`document.querySelector('.list-problem') === null`, 'the problem to be gone');
  });

  it('a message is read as JSON, tree, text, packet and bytes, pinned and compared', async () => {
    const panel = await openScene();
    await typeFilter(panel, 'dir:in alpha');
    await waitForHeading(panel, 'Messages 2 of 42');
    await chooseMessage(panel, '"n":0');
    const body = `document.querySelector('.message-detail .body-panel').innerText.replace(/\\s+/g, ' ').trim()`;
    await panel.waitInPanel(`(${body}) === '{ "type": "alpha", "n": 0 }'`, 'the indented JSON');
    for (const [name, says] of [
      ['Tree', '"type":'],
      ['Text', '{"type":"alpha","n":0}'],
      ['Decoded', 'kind data name alpha'],
      ['Hex', '0000 7b 22 74'],
    ] as const) {
      await pressTab(panel, name);
      await panel.waitInPanel(`(${body}).includes(${JSON.stringify(says)})`, `the body as ${name}`);
    }
    await pressButton(panel, 'Pin');
    await panel.waitInPanel(`document.querySelector('.pinned-message') !== null`, 'the pin');
    await chooseMessage(panel, '"n":10');
    await pressButton(panel, 'Compare');
    await panel.waitInPanel(
      `document.querySelector('.comparison').innerText.includes('1 lines differ')`,
      'the comparison',
    );
    await panel.screenshot(path.join(pictures, `comparison-${browser}.png`));
    await pressButton(panel, 'Close');
    await pressTab(panel, 'Tree');
    await panel.screenshot(path.join(pictures, `tree-${browser}.png`));
    await typeFilter(panel, 'is:pinned');
    await waitForHeading(panel, 'Messages 1 of 42');
  });

  it('of a body over the cap the beginning is kept, and its true size told', async () => {
    const panel = await openTab();
    await panel.goto(`${lab.httpOrigin}/pages/blank`);
    await panel.evaluateInPage(`new Promise((done) => {
      const socket = new WebSocket('${lab.wsOrigin}/echo/large');
      socket.onopen = () => socket.send('large ' + 'x'.repeat(3000000));
      socket.onmessage = () => done(true);
    })`);
    await chooseLink(panel, '/echo/large');
    await typeFilter(panel, 'dir:in large');
    await waitForHeading(panel, 'Messages 1 of 2');
    await chooseMessage(panel, 'large');
    await panel.waitInPanel(
      `/Only the beginning was kept of (3|2\\.9)/.test(document.querySelector('.message-detail').innerText)`,
      'the size of what was sent',
    );
  });
});
