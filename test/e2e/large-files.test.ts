import { describe, expect, it } from 'vitest';
import { readRecording } from '../../core/bundle/read';
import { folderForTests, untilTestEnds } from '../support/browsers/for-tests';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { exportAs, pick, waitForShown } from '../support/panel-files';
import { pressButton } from '../support/panel-page';

const downloadDir = folderForTests();

const MESSAGES = 100_000;
/** A busy machine takes its time over so many. */
const SLOW_MS = 120_000;

/** A bundle of so many messages, each with a secret in it. */
const MANY = `[
  ${JSON.stringify(`{"format":"hangup-bundle","version":1,"createdAt":"2026-11-26T10:00:00Z","app":{"name":"Hangup","version":"0"},"isRedacted":false,"droppedEvents":0,"events":[`)},
  ${JSON.stringify(`{"type":"socket-constructed","source":"page-hook","streamId":"page","socketId":1,"seq":1,"timeMs":1,"url":"wss://shop.example/live","protocols":[]},`)},
  Array.from({ length: ${MESSAGES} }, (_, index) => JSON.stringify({
    type: 'message', source: 'page-hook', streamId: 'page', socketId: 1, seq: index + 2, timeMs: index + 2,
    direction: 'in', format: 'text', sizeBytes: 190,
    text: JSON.stringify({ step: index, token: 'tok-' + (index % 400) + '-9f8e7d6c5b4a39281706', text: 'Reading the file and looking for what was asked. '.repeat(2) }),
  })).join(','),
  ']}',
]`;

/** Does something as soon as a progress bar stands at more than nothing, and says so in \`globalThis.met\`. */
function whenUnderWay(bar: string, act: string): string {
  return `void (() => {
    globalThis.met = undefined;
    const observer = new MutationObserver(() => {
      const bar = document.querySelector(${JSON.stringify(bar)});
      if (!(bar?.value > 0 && bar.value < 1)) return;
      observer.disconnect();
      globalThis.met = bar.value;
      ${act};
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
  })()`;
}

const READING = '.opening progress';
const LOOKING = '[role="dialog"] progress[aria-label^="Looking"]';
const WRITING = '[role="dialog"] progress[aria-label="Writing the file"]';
const PRESS_CANCEL = `[...document.querySelectorAll('button')].find((one) => one.innerText === 'Cancel').click()`;
const PRESS_ESCAPE = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`;
const NO_DIALOG = `document.querySelector('[role="dialog"]') === null`;
const CAN_SAVE = `[...document.querySelectorAll('button')].some((one) => one.innerText === 'Save file' && !one.disabled)`;

async function waitUntilMet(panel: InspectedTab): Promise<void> {
  await panel.waitInPanel('globalThis.met > 0', 'a progress bar under way');
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('100,000 messages are opened and exported with progress; whoever calls it off finds everything as it was', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { downloadDir }));
    await tab.waitInPanel(`document.body.innerText.includes('Reload the page')`, 'the empty panel');
    const empty = await tab.panelText();
    const isAsItWas = (text: string) => `document.body.innerText === ${JSON.stringify(text)}`;
    await tab.evaluateInPanel(whenUnderWay(READING, PRESS_CANCEL));
    await tab.evaluateInPanel(pick('many.hangup.json', MANY));
    await waitUntilMet(tab);
    await tab.waitInPanel(`document.querySelector('.opening') === null`, 'the file to be let go');
    await tab.waitInPanel(isAsItWas(empty), 'the panel to be as it was');

    await tab.evaluateInPanel(pick('many.hangup.json', MANY));
    await waitForShown(tab, 'many.hangup.json', SLOW_MS);
    await tab.waitInPanel(
      `(({ innerText }) => innerText.includes('"step":99999,') && !/reading, \\d/.test(innerText))(document.querySelector('.messages'))`,
      'all messages to be read and the last one on show',
      SLOW_MS,
    );
    await tab.evaluateInPanel(`void (() => {
      globalThis.fileCount = 0;
      const native = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        globalThis.fileCount += 1;
        return native.call(URL, blob);
      };
    })()`);
    const full = await tab.panelText();

    // While secrets are looked for.
    await tab.evaluateInPanel(whenUnderWay(LOOKING, PRESS_CANCEL));
    await pressButton(tab, 'Export');
    await waitUntilMet(tab);
    await tab.waitInPanel(`${NO_DIALOG} && ${isAsItWas(full)}`, 'the panel to be as it was');

    // What was looked through for another choice is not what would be saved.
    await pressButton(tab, 'Export');
    await tab.waitInPanel(CAN_SAVE, 'the preview of the export');
    expect(
      await tab.evaluateInPanel(`(async () => {
      const bodies = document.querySelector('[role="dialog"] input[type="checkbox"]');
      bodies.click();
      await new Promise((done) => setTimeout(done));
      const canSave = ${CAN_SAVE};
      bodies.click();
      return canSave;
    })()`),
    ).toBe(false);
    await tab.waitInPanel(CAN_SAVE, 'the preview of the export');

    // While the file is written: the dialog stays, and the file can be had after all.
    await tab.evaluateInPanel(whenUnderWay(WRITING, PRESS_CANCEL));
    await pressButton(tab, 'Save file');
    await waitUntilMet(tab);
    await tab.waitInPanel(
      `document.querySelector('[role="dialog"]').innerText.includes('The export was cancelled.')`,
      'the word that it was called off',
    );
    await tab.waitInPanel(CAN_SAVE, 'the button to be there again');
    await tab.evaluateInPanel(whenUnderWay(WRITING, PRESS_ESCAPE));
    await pressButton(tab, 'Save file');
    await waitUntilMet(tab);
    await tab.waitInPanel(`${NO_DIALOG} && ${isAsItWas(full)}`, 'the panel to be as it was');

    const startedMs = performance.now();
    const text = await exportAs(tab, downloadDir, 'bundle', '.hangup.json');
    // Told and not judged: a busy machine makes its own times. From the press of Export to the file, secrets looked for.
    console.log(
      `${browser}: ${MESSAGES} messages exported in ${Math.round(performance.now() - startedMs)} ms`,
    );
    expect(await tab.evaluateInPanel('globalThis.fileCount')).toBe(1);
    expect(text).not.toContain('9f8e7d6c5b4a39281706');
    const recording = readRecording(text);
    expect(recording.ok && recording.value.events.length).toBe(MESSAGES + 1);
  }, 600_000);
});
