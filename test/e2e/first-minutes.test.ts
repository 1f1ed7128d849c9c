import { describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import {
  chooseLink,
  click,
  closeDialog,
  pressButton,
  reloadPanel,
  waitForCause,
} from '../support/panel-page';

const lab = await labForTests();

/** A key press in one of two panels that stand side by side, from a list in it, as it bubbles to the window. */
function press(pane: number, key: string): string {
  return `void document.querySelectorAll('.pane')[${pane}].querySelector('[role="listbox"]').dispatchEvent(
    new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`;
}
const FOCUSED_PANE = `[...document.querySelectorAll('.pane')].indexOf(document.activeElement?.closest('.pane') ?? null)`;
const VIEWER = `document.querySelector('#viewer').contentDocument.body.innerText`;

/** Opens the settings, does this with the control of that name, and closes them. */
async function set(panel: InspectedTab, button: string, name: string, change: string): Promise<void> {
  const control = `document.querySelector('[role="dialog"] [name="${name}"]')`;
  await pressButton(panel, button);
  await panel.waitInPanel(`${control} !== null`, `the setting ${name}`);
  await panel.evaluateInPanel(`void ((control) => { ${change} })(${control})`);
  await closeDialog(panel);
}
const choose = (value: string) => `
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(control, '${value}');
  control.dispatchEvent(new Event('change', { bubbles: true }));`;

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('the sample opens in the panel and stands beside the page, and keys act on one of the two', async () => {
    const panel = untilTestEnds(await openInspectedTab(browser));
    await panel.goto(`${lab.httpOrigin}/pages/blank`);
    await pressButton(panel, 'Open a sample');
    await panel.waitInPanel(
      `document.querySelector('[aria-label="This is a sample"]') !== null`,
      'the words that this is a sample',
    );
    await chooseLink(panel, '/sio-history/');
    await waitForCause(panel, 'event-ids-inconsistent');
    await panel.waitInPanel(
      `document.querySelector('.timeline .sign-break') !== null`,
      'the mark of what came twice',
    );

    await chooseLink(panel, 'fault=refuse');
    await waitForCause(panel, 'profile-refusal');
    await click(panel, `document.querySelector('.finding-evidence button')`, 'the evidence');
    await panel.waitInPanel(
      `document.querySelector('.messages [aria-selected="true"]')?.innerText.includes('invalid_session_api_key')`,
      'the message that the evidence is from',
    );
    await pressButton(panel, 'More about this cause');
    await panel.waitInPanel(
      `document.querySelectorAll('div.taxonomy-page *').length > 5`,
      'the page of the cause',
    );
    await pressButton(panel, 'Close the page');
    await panel.evaluateInPanel(
      `void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { globalThis.copied = text; } } })`,
    );
    await pressButton(panel, 'Copy Markdown');
    await panel.waitInPanel(`/^\\*\\*.*refuses the session key/.test(globalThis.copied ?? '')`, 'the copy');

    const url = `${lab.wsOrigin}/close/4001`;
    await panel.goto(`${lab.httpOrigin}/pages/native?${new URLSearchParams({ url, reconnectMs: '0' })}`);
    await pressButton(panel, 'Show two side by side');
    await panel.waitInPanel(
      `document.querySelectorAll('.pane .filter-input').length === 2`,
      'two panels with messages',
    );
    for (const pane of [1, 0]) {
      await panel.evaluateInPanel(
        `void document.querySelectorAll('.pane')[${pane}].querySelector('[role="listbox"]').focus()`,
      );
      await panel.evaluateInPanel(press(pane, '/'));
      await panel.waitInPanel(
        `${FOCUSED_PANE} === ${pane} && document.activeElement.className.includes('filter-input')`,
        `the focus in the filter of panel ${pane + 1}`,
      );
    }
    await panel.evaluateInPanel(press(1, '?'));
    await panel.waitInPanel(`document.querySelector('[role="dialog"]') !== null`, 'the list of keys');
    expect(await panel.evaluateInPanel(`document.querySelectorAll('[role="dialog"]').length`)).toBe(1);
  });
});

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('settings are kept, and panel and viewer follow them at once: language, folding', async () => {
    const panel = untilTestEnds(await openInspectedTab(browser));
    await panel.goto(`${lab.httpOrigin}/pages/blank`);
    await panel.evaluateInPanel(
      // In view: browsers hold back what is not.
      `void document.body.append(Object.assign(document.createElement('iframe'), {
        id: 'viewer', src: 'viewer.html', style: 'position: fixed; inset: 40% 0 0; width: 100%; height: 60%; z-index: 9',
      }))`,
    );
    await panel.waitInPanel(`${VIEWER}.includes('Open a sample')`, 'the viewer');
    await click(
      panel,
      `[...document.querySelector('#viewer').contentDocument.querySelectorAll('button')]
        .find((button) => button.innerText === 'Open a sample')`,
      'the sample',
    );
    await panel.waitInPanel(
      `${VIEWER}.includes('This is a sample') || ${VIEWER}.includes('Close the sample')`,
      'the sample in the viewer',
    );

    await set(panel, 'Recording', 'fold', 'control.click()');
    await panel.waitInPanel(
      `document.querySelector('#viewer').contentDocument.querySelector('.messages input[type="checkbox"]')?.checked === false`,
      'heartbeats no longer folded in the viewer',
    );
    await set(panel, 'Recording', 'language', choose('zh-CN'));
    await panel.waitInPanel(`document.documentElement.lang === 'zh-CN'`, 'the panel in Chinese');
    await panel.waitInPanel(`${VIEWER}.includes('关闭示例')`, 'the viewer in Chinese');

    await reloadPanel(panel);
    await panel.waitInPanel(
      `document.body.innerText.includes('打开示例') && document.body.innerText.includes('导出')`,
      'the panel to have kept its language',
    );
    await panel.waitInPanel(
      `!/[A-Za-z]{2,}/.test(document.body.innerText.replaceAll(/WebSocket|Socket\\.IO|Hangup/g, ''))`,
      'no English word in the panel',
    );
    await set(panel, '正在记录', 'language', choose('browser'));
    await panel.waitInPanel(
      `document.body.innerText.includes('Open a sample')`,
      'the panel in English again',
    );
  });
});
