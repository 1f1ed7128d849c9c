import type { InspectedTab } from './browsers/inspected-tab';

/** The messages half of the panel, as a test reads and works it. */

/** Types a filter, in place of what stands there. */
export async function typeFilter(tab: InspectedTab, filter: string): Promise<void> {
  await tab.evaluateInPanel(`(() => {
    const input = document.querySelector('.filter-input');
    input.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(filter)});
    input.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
}

/** "Messages 12 of 340" and what else the heading says. */
const HEADING = `document.querySelector('.messages .section-head').innerText.replace(/\\s+/g, ' ')`;

export async function waitForHeading(tab: InspectedTab, text: string, timeoutMs?: number): Promise<void> {
  await tab.waitInPanel(
    `(${HEADING}).startsWith(${JSON.stringify(text)})`,
    `the messages' heading to say "${text}"`,
    timeoutMs,
  );
}

/** Chooses an option of one of the two choices above the list. */
export async function choose(tab: InspectedTab, label: string, value: string): Promise<void> {
  await tab.evaluateInPanel(`(() => {
    const select = document.querySelector(${JSON.stringify(`select[aria-label="${label}"]`)});
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, ${JSON.stringify(value)});
    select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

/** Chooses the first drawn row whose text has this in it. */
export async function chooseMessage(tab: InspectedTab, text: string): Promise<void> {
  const row = `[...document.querySelectorAll('.messages .list-row')].find((one) => one.innerText.includes(${JSON.stringify(text)}))`;
  await tab.waitInPanel(`Boolean(${row})`, `a row with ${text}`);
  await tab.evaluateInPanel(`${row}.click()`);
  await tab.waitInPanel(
    `${row}?.getAttribute('aria-selected') === 'true'`,
    `the row with ${text} to be chosen`,
  );
}
