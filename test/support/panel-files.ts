import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { InspectedTab } from './browsers/inspected-tab';
import { exportFile } from './exported-events';

/**
 * The text of the one file in a folder that a browser saves into, once it is whole; the folder is empty afterwards.
 * While a file is on its way, others lie beside it.
 */
export async function takeDownload(dir: string, name: string | RegExp): Promise<string> {
  const isIt = (one: string) => (typeof name === 'string' ? one.endsWith(name) : name.test(one));
  const names = () => readdirSync(dir);
  const read = () => {
    const found = names().find(isIt);
    return found === undefined ? '' : readFileSync(path.join(dir, found), 'utf8');
  };
  await expect.poll(() => read().trimEnd().slice(-1), { timeout: 60_000 }).toMatch(/[}>]/);
  await expect.poll(names, { timeout: 60_000 }).toHaveLength(1);
  const text = read();
  for (const one of names()) rmSync(path.join(dir, one));
  return text;
}

/** Hands the panel a file, as the browser's picker does. @param parts an expression for its contents: texts, bytes */
export function pick(name: string, parts: string): string {
  return `(() => {
    const input = document.querySelector('input[type="file"][multiple]');
    const data = new DataTransfer();
    data.items.add(new File(${parts}, ${JSON.stringify(name)}));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`;
}

/** Exports what is on show, and gives the file's text. */
export async function exportAs(
  panel: InspectedTab,
  downloadDir: string,
  format: string,
  ending: string,
): Promise<string> {
  await exportFile(panel, format);
  const text = await takeDownload(downloadDir, ending);
  await panel.waitInPanel(`document.querySelector('[role="dialog"]') === null`, 'the dialog to be gone');
  return text;
}

export async function waitForShown(panel: InspectedTab, name: string, timeoutMs?: number): Promise<void> {
  await panel.waitInPanel(
    `[...document.querySelectorAll('.capture-tab.shown')].some((one) => one.innerText.includes(${JSON.stringify(name)}))`,
    `${name} to be on show`,
    timeoutMs,
  );
}

/** Waits for the sentence that says why a file is not opened. */
export async function waitForRefusal(
  panel: InspectedTab,
  name: string,
  says: string,
  timeoutMs?: number,
): Promise<void> {
  await panel.waitInPanel(
    `[...document.querySelectorAll('.opening')].some((one) => one.innerText.includes(${JSON.stringify(name)}) && one.innerText.includes(${JSON.stringify(says)}))`,
    `why ${name} is not opened`,
    timeoutMs,
  );
}
