import { describe, expect, it } from 'vitest';
import { parseProfileText } from '../../core/profiles/parse-profile';
import { readProjectFile } from '../docs/markdown-files';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { takeDownload } from '../support/panel-files';
import { chooseLink, click, pressButton, reloadPanel, waitForCause } from '../support/panel-page';

/** The sign that the tutorial ends with. */
const EXACT =
  /change the last line of the sign to\s*```json\n([^]*?)\n```/.exec(
    readProjectFile('docs/profiles.md'),
  )?.[1] ?? '';

/** The profile that the tutorial has its readers write. */
const FIRST =
  /<!-- first: begin -->\s*```json\n([^]*?)```/.exec(readProjectFile('docs/profiles.md'))?.[1] ?? '';

const lab = await labForTests();
const downloadDir = folderForTests();

/** The page of the tutorial. */
function pageThatIsClosed(reason: string): string {
  return `${lab.httpOrigin}/pages/native?url=${lab.wsOrigin}/close/4429?reason=${reason}&reconnectMs=0`;
}

/** Hands the dialog a file, as the browser's picker does. */
function pickFile(name: string, text: string): string {
  return `(() => {
    const input = document.querySelector('[role="dialog"] input[type="file"]');
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`;
}

/** Pastes a text where no field has the focus. Firefox (153) makes such an event from `data` alone. */
function paste(text: string): string {
  return `(() => {
    const data = ${JSON.stringify(text)};
    const dataType = 'text/plain';
    const clipboardData = new DataTransfer();
    clipboardData.setData(dataType, data);
    const init = { clipboardData, data, dataType, bubbles: true, cancelable: true };
    const paste = new ClipboardEvent('paste', init);
    document.querySelector('[role="dialog"] h2').dispatchEvent(paste);
  })()`;
}

/** Types over the whole text of the editor. */
function write(text: string): string {
  return `(() => {
    const area = document.querySelector('.profile-text');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, ${JSON.stringify(text)});
    area.dispatchEvent(new Event('input', { bubbles: true }));
  })()`;
}

async function waitForText(panel: InspectedTab, selector: string, text: string): Promise<void> {
  await panel.waitInPanel(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].some((one) => one.innerText.includes(${JSON.stringify(text)}))`,
    `"${text}" in ${selector}`,
  );
}

async function waitForRows(panel: InspectedTab, count: number): Promise<void> {
  await panel.waitInPanel(
    `document.querySelectorAll('.profile-row').length === ${count}`,
    `${count} profiles in the list`,
  );
}

async function close(panel: InspectedTab): Promise<void> {
  await pressButton(panel, 'Close');
  await panel.waitInPanel(`document.querySelector('[role="dialog"]') === null`, 'the dialog to be gone');
}

async function waitForTitle(panel: InspectedTab, title: string): Promise<void> {
  await waitForText(panel, 'section[aria-label="Findings"] article h3', title);
}

const PROBLEM = '.profile-problems li';
const VERDICT = '.profile-verdict';

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('a profile of one’s own is brought in, explained where it is wrong, used at once, changed, exported and removed', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { downloadDir }));
    await tab.goto(pageThatIsClosed('full'));
    await chooseLink(tab, 'reason=full');
    await waitForCause(tab, 'application-close-code');

    // A pasted text that is wrong: where, and what to do.
    await pressButton(tab, 'Profiles');
    await waitForRows(tab, 1);
    await tab.evaluateInPanel(paste(FIRST.replace('"My shop"', '"My shop')));
    await waitForText(tab, PROBLEM, 'Line 4: Close this text with a double quote on its line');
    await tab.evaluateInPanel(write(FIRST.replace('"warning"', '"bad"')));
    await waitForText(tab, PROBLEM, 'signs.0.severity: Put one of "info", "warning", "error" here.');
    await pressButton(tab, 'Back to the list');
    await pressButton(tab, 'Throw it away');

    // A file that is right explains what was recorded before it came.
    await waitForRows(tab, 1);
    await tab.evaluateInPanel(pickFile('my-shop.json', FIRST));
    await waitForText(tab, VERDICT, 'Nothing is wrong with it: My shop, 1 sign.');
    await pressButton(tab, 'Add profile');
    await waitForRows(tab, 2);
    await close(tab);
    await waitForCause(tab, 'profile-close-code');
    await waitForTitle(tab, 'The shop is full');

    // It stays with the browser, and is changed in its place.
    await reloadPanel(tab);
    await chooseLink(tab, 'reason=full');
    await waitForTitle(tab, 'The shop is full');
    await pressButton(tab, 'Profiles');
    await waitForRows(tab, 2);
    await pressButton(tab, 'Edit');
    await waitForText(tab, VERDICT, 'My shop');
    const exact = FIRST.replace('"when": { "kind": "close", "codes": [4429] }', EXACT);
    await tab.evaluateInPanel(write(exact.replace('The shop is full', 'No seat is left')));
    await tab.waitInPanel(
      `[...document.querySelectorAll('button')].some((one) => one.innerText === 'Save changes' && !one.disabled)`,
      'the changes to be ready',
    );
    await pressButton(tab, 'Save changes');
    await waitForRows(tab, 2);
    await waitForTitle(tab, 'No seat is left');

    // The file that others get is the text as it was written.
    await click(tab, `document.querySelector('[aria-label="Export My shop to a file"]')`, 'the export');
    expect(parseProfileText(await takeDownload(downloadDir, /^my-shop.*\.json$/))).toMatchObject({
      value: { signs: [{ title: 'No seat is left' }] },
    });

    // Another reason is another cause.
    expect(exact).not.toBe(FIRST);
    await close(tab);
    await tab.goto(pageThatIsClosed('slow-down'));
    await chooseLink(tab, 'reason=slow-down');
    await waitForCause(tab, 'application-close-code');
    await chooseLink(tab, 'reason=full');
    await waitForTitle(tab, 'No seat is left');
    await pressButton(tab, 'Profiles');
    await waitForRows(tab, 2);

    // Switched off and on, and gone.
    const toggle = `document.querySelector('.profile-row input[type="checkbox"]')`;
    await click(tab, toggle, 'the switch');
    await waitForCause(tab, 'application-close-code');
    await click(tab, toggle, 'the switch');
    await waitForTitle(tab, 'No seat is left');
    await pressButton(tab, 'Remove');
    await pressButton(tab, 'Remove for good');
    await waitForRows(tab, 1);
    await waitForCause(tab, 'application-close-code');
  });
});
