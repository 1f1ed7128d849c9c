import { constants, createDeflateRaw } from 'node:zlib';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { untilTestEnds } from '../support/browsers/for-tests';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { pick, waitForRefusal, waitForShown } from '../support/panel-files';

const MEGABYTE = 1_048_576;

/** RFC 1952: what a gzip file begins with when it has neither a name nor a time. */
const GZIP_HEAD = 'new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0, 0, 255])';

/**
 * A piece of a DEFLATE stream, as an expression. It ends on a byte and refers to nothing before it: repeated, it
 * inflates to its text as often.
 */
async function deflated(text: string): Promise<string> {
  const stream = createDeflateRaw();
  stream.write(text);
  stream.flush(constants.Z_FULL_FLUSH);
  await once(stream, 'readable');
  const bytes: unknown = stream.read();
  if (!(bytes instanceof Uint8Array)) throw new Error('Nothing was deflated.');
  return `new Uint8Array([${bytes.join(',')}])`;
}

const BUNDLE_HEAD =
  '{"format":"hangup-bundle","version":1,"createdAt":"2026-11-26T10:00:00Z","app":{"name":"x","version":"1"},"isRedacted":false,"droppedEvents":0,"events":[';
/** Without its end. */
const CONSTRUCTED =
  '{"type":"socket-constructed","source":"page-hook","streamId":"p","seq":1,"timeMs":1,"protocols":[]';
const HAR_HEAD = '{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[';
const ENTRY = JSON.stringify({
  _resourceType: 'websocket',
  startedDateTime: '2026-11-25T10:00:00.000Z',
  request: { method: 'GET', url: 'wss://shop.example/live', headers: [] },
  response: { status: 403, headers: [] },
});
const MESSAGE = JSON.stringify({ type: 'receive', time: 1_795_428_001, opcode: 1, data: 'x'.repeat(1_000) });
/** By hand up to 1,000: docs/bundle-format.md. */
const LONG_MB = Number(process.env['LONG_MB'] ?? 100);

/** A gigabyte takes a busy machine its time. */
const SLOW_MS = 150_000;

const TOO_LARGE = 'larger than 1024 MB: it is not opened';

let start: string;
let zeros: string;
let spaces: string;
let events: string;
beforeAll(async () => {
  start = await deflated(BUNDLE_HEAD);
  zeros = await deflated('\0'.repeat(MEGABYTE));
  spaces = await deflated(' '.repeat(MEGABYTE));
  events = await deflated(`${CONSTRUCTED},"socketId":1,"url":"wss://shop.example/"},`.repeat(1_000));
});

const CLOSE_SHOWN = `document.querySelector('.capture-tab.shown .capture-close').click()`;
const SHOWS = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`;

/** Counts how often the panel has a moment for others. */
const COUNT_TURNS = `void (() => {
  globalThis.turns = 0;
  setInterval(() => (turns += 1), 20);
})()`;

/** It worked in portions: a panel that is held up has no turns at all. How long the longest wait is: docs/bundle-format.md. */
async function expectTurns(panel: InspectedTab): Promise<void> {
  expect(await panel.evaluateInPanel(`turns`)).toBeGreaterThan(3);
  await panel.evaluateInPanel('void (globalThis.turns = 0)');
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('what is small only as long as it is compressed is refused with a sentence, while the panel stays alive', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.evaluateInPanel(COUNT_TURNS);

    await tab.evaluateInPanel(pick('zeros.json.gz', `[${GZIP_HEAD}, ...Array(3_000).fill(${zeros})]`));
    await waitForRefusal(tab, 'zeros.json.gz', TOO_LARGE, SLOW_MS);
    await expectTurns(tab);
    await tab.evaluateInPanel(
      pick(
        'spaces.hangup.html',
        `(() => {
      const bomb = new Uint8Array([...${GZIP_HEAD}, ...${start}, ...Array(3_000).fill([...${spaces}]).flat()]);
      const base64 = [];
      for (let at = 0; at < bomb.length; at += 30_000) base64.push(btoa(String.fromCharCode(...bomb.subarray(at, at + 30_000))));
      return ['<!doctype html><script type="application/x-hangup-capture+gzip" id="hangup-capture">', ...base64, '</script>'];
    })()`,
      ),
    );
    await waitForRefusal(tab, 'spaces.hangup.html', TOO_LARGE, SLOW_MS);
    await expectTurns(tab);
    await tab.evaluateInPanel(
      pick('events.json.gz', `[${GZIP_HEAD}, ${start}, ...Array(10_000).fill(${events})]`),
    );
    await waitForRefusal(tab, 'events.json.gz', TOO_LARGE, SLOW_MS);
    await expectTurns(tab);
  }, 600_000);

  it('a million connections are opened in part, and so is a long recording, while the panel stays alive', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.evaluateInPanel(COUNT_TURNS);
    await tab.evaluateInPanel(
      pick(
        'million.har',
        `[${JSON.stringify(HAR_HEAD + ENTRY)}, ...Array(999_999).fill(${JSON.stringify(`,${ENTRY}`)}), ']}}']`,
      ),
    );
    await waitForShown(tab, 'million.har', SLOW_MS);
    await tab.waitInPanel(SHOWS('20,000 connections'), 'the connections that are kept');
    await tab.waitInPanel(SHOWS('980,000 events'), 'the number of those that are not');
    await expectTurns(tab);
    await tab.evaluateInPanel(CLOSE_SHOWN);

    await tab.evaluateInPanel(
      pick(
        'million.hangup.json',
        `[${JSON.stringify(BUNDLE_HEAD)}, Array.from({ length: 1_000_000 }, (_, index) =>
      ${JSON.stringify(CONSTRUCTED)} + ',"socketId":' + index + ',"url":"wss://shop.example/' + index + '"}').join(','), ']}']`,
      ),
    );
    await waitForShown(tab, 'million.hangup.json', SLOW_MS);
    await tab.waitInPanel(SHOWS('40,000 connections'), 'the connections that are kept');
    await tab.waitInPanel(SHOWS('960,000 events'), 'the number of those that are not');
    await expectTurns(tab);
    await tab.evaluateInPanel(CLOSE_SHOWN);

    await tab.evaluateInPanel(
      pick(
        'long.har',
        `(() => {
      const some = new Blob([${JSON.stringify(`${MESSAGE},`)}.repeat(1_000)]);
      return [${JSON.stringify(HAR_HEAD + ENTRY.slice(0, -1) + ',"_webSocketMessages":[')}, ...Array(${LONG_MB}).fill(some), ${JSON.stringify(`${MESSAGE}]}]}}`)}];
    })()`,
      ),
    );
    await waitForShown(tab, 'long.har', SLOW_MS);
    await expectTurns(tab);
  }, 600_000);
});
