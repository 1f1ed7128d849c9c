import { readRecording } from '../../core/bundle/read';
import type { HangupEvent } from '../../core/capture/event';
import type { InspectedTab } from './browsers/inspected-tab';
import { pressButton } from './panel-page';

/** All that the panel has, by its own Export: the file's text is taken on its way to the download. */
export async function exportEvents(tab: InspectedTab): Promise<readonly HangupEvent[]> {
  await tab.evaluateInPanel(`void (() => {
    const native = URL.createObjectURL;
    globalThis.exported = new Promise((done) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = native;
        done(blob.text());
        return native.call(URL, blob);
      };
    });
  })()`);
  await exportFile(tab);
  const recording = readRecording(await tab.evaluateInPanel<string>('globalThis.exported'));
  if (!recording.ok) throw new Error(recording.problem);
  return recording.value.events;
}

/** Presses Export, chooses the bundle among the files, and saves what the preview shows. */
export async function exportFile(tab: InspectedTab, format = 'bundle'): Promise<void> {
  await pressButton(tab, 'Export');
  await tab.waitInPanel(`Boolean(document.querySelector('input[value="${format}"]'))`, 'the export dialog');
  await tab.evaluateInPanel(`document.querySelector('input[value="${format}"]').click()`);
  await tab.waitInPanel(
    `[...document.querySelectorAll('button')].some((one) => one.innerText === 'Save file' && !one.disabled)`,
    'the preview of the export',
  );
  await pressButton(tab, 'Save file');
}
