import type { InspectedTab } from './browsers/inspected-tab';
import { click } from './panel-page';

/** The messages half of the panel, as a test reads and works it. */

/** Types a filter, in place of what stands there. */
export async function typeFilter(tab: InspectedTab, filter: string): Promise<void> {
  await tab.waitInPanel(
    `(() => {
      const input = document.querySelector('.filter-input');
      if (input === null) return false;
      input.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(filter)});
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    })()`,
    'the field for a filter',
  );
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
  await tab.waitInPanel(
    `(() => {
      const select = document.querySelector(${JSON.stringify(`select[aria-label="${label}"]`)});
      if (select?.querySelector(${JSON.stringify(`option[value="${value}"]`)}) == null) return false;
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, ${JSON.stringify(value)});
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`,
    `the choice ${label}`,
  );
}

/** Chooses the first drawn row whose text has this in it. The list may move for it, and others with that text come up. */
export async function chooseMessage(tab: InspectedTab, text: string): Promise<void> {
  const has = `((one) => one.innerText.includes(${JSON.stringify(text)}))`;
  const rows = `[...document.querySelectorAll('.messages .list-row')]`;
  await click(tab, `${rows}.find(${has})`, `a row with ${text}`);
  await tab.waitInPanel(
    `${rows}.some((one) => one.getAttribute('aria-selected') === 'true' && ${has}(one))`,
    `the row with ${text} to be chosen`,
  );
}
