import type { InspectedTab } from './browsers/inspected-tab';

/** What a person reads in the panel about one link, after choosing it in the list. */
export interface ReadFindings {
  readonly titles: readonly string[];
  readonly causes: readonly string[];
  readonly text: string;
}

const FINDINGS = `document.querySelector('section[aria-label="Findings"]')`;

const CONVERSATIONS = `document.querySelector('[role="listbox"][aria-label="Conversations"]')`;

function optionWith(endpoint: string): string {
  return `[...${CONVERSATIONS}.querySelectorAll('[role="option"]')].findLast((option) => option.textContent.includes(${JSON.stringify(endpoint)}))`;
}

/**
 * Clicks the newest link whose text has this in it, or scrolls on, bottom up, if none is drawn. True once it has clicked
 * (`until: 'clicked'`), or once there was nothing to click because the link is chosen.
 */
function clickOption(endpoint: string, until: 'clicked' | 'chosen'): string {
  const isClickEnough = until === 'clicked';
  return `(() => {
    const list = ${CONVERSATIONS};
    const option = ${optionWith(endpoint)};
    if (option === undefined)
      list.scrollTop = list.scrollTop > 0 ? list.scrollTop - list.clientHeight : list.scrollHeight;
    else if (option.getAttribute('aria-selected') !== 'true' || ${isClickEnough}) option.click();
    else return true;
    return option !== undefined && ${isClickEnough};
  })()`;
}

/**
 * Chooses the newest link whose text has this in it, as a click does. A long list draws only what is on show, and new
 * links may come at any moment, move the others out of sight or fit better: what to do is decided anew each time. A
 * link that the panel has chosen by itself is clicked all the same, or the panel would go on to the next.
 */
export async function chooseLink(tab: InspectedTab, endpoint: string): Promise<void> {
  await tab.waitInPanel(clickOption(endpoint, 'clicked'), `a link to ${endpoint} in the list`);
  await tab.waitInPanel(clickOption(endpoint, 'chosen'), `the link to ${endpoint} to be chosen`);
}

/** Waits until so many links stand in the list; all of them must have room in it. */
export async function waitForLinkCount(tab: InspectedTab, count: number): Promise<void> {
  await tab.waitInPanel(
    `document.querySelectorAll('[aria-label="Conversations"] [role="option"]').length === ${count}`,
    `${count} links in the list`,
  );
}

/** What stands there now: what comes a moment later changes it, so what must stand there has to be waited for. */
export async function readFindings(tab: InspectedTab): Promise<ReadFindings> {
  return tab.evaluateInPanel<ReadFindings>(`({
    titles: [...${FINDINGS}.querySelectorAll('article h3')].map((title) => title.innerText),
    causes: [...${FINDINGS}.querySelectorAll('.cause-id')].map((cause) => cause.innerText),
    text: ${FINDINGS}.innerText,
  })`);
}

/** Waits until the findings on show name this cause. The time-out's message holds the panel's whole text. */
export async function waitForCause(tab: InspectedTab, cause: string, timeoutMs?: number): Promise<void> {
  await tab.waitInPanel(
    `[...(${FINDINGS}?.querySelectorAll('.cause-id') ?? [])].some((id) => id.innerText === ${JSON.stringify(cause)})`,
    `the cause ${cause}`,
    timeoutMs,
  );
}

/** Waits until the findings on show have these titles, and no others. */
export async function waitForTitles(tab: InspectedTab, titles: readonly string[]): Promise<void> {
  await tab.waitInPanel(
    `JSON.stringify([...${FINDINGS}.querySelectorAll('article h3')].map((title) => title.innerText)) === ${JSON.stringify(JSON.stringify(titles))}`,
    `the findings ${titles.join(' | ')}, and no others`,
  );
}

/** Waits until the findings on show name this cause and say this, in a title or anywhere: both at the same time. */
export async function waitForCauseWith(
  tab: InspectedTab,
  cause: string,
  says: { readonly title?: string; readonly text?: string },
): Promise<void> {
  const { title = '', text = '' } = says;
  await tab.waitInPanel(
    `[...${FINDINGS}.querySelectorAll('.cause-id')].some((id) => id.innerText === ${JSON.stringify(cause)}) &&
      [...${FINDINGS}.querySelectorAll('article h3')].some((one) => one.innerText.includes(${JSON.stringify(title)})) &&
      ${FINDINGS}.innerText.includes(${JSON.stringify(text)})`,
    `the cause ${cause} with "${title}${text}"`,
  );
}

/** Loads the panel's document anew, as a user's reload of DevTools does. */
export async function reloadPanel(tab: InspectedTab): Promise<void> {
  // Not before the answer is on its way: it would go down with the document.
  await tab.evaluateInPanel(`void ((globalThis.isOld = true), setTimeout(() => location.reload()))`);
  await tab.waitInPanel(
    `globalThis.isOld !== true && document.readyState === 'complete'`,
    'the panel to be there again',
  );
}

/** Presses the toolbar's Clear and waits for the list to be empty. */
export async function clearPanel(tab: InspectedTab): Promise<void> {
  await pressButton(tab, 'Clear');
  await waitForLinkCount(tab, 0);
}

/** Presses Clear if there is anything to clear, so that the list stays short; what is on its way may still come. */
export async function pressClear(tab: InspectedTab): Promise<void> {
  await tab.evaluateInPanel(
    `void [...document.querySelectorAll('button')].find((button) => button.innerText === 'Clear')?.click()`,
  );
}

/** `value` is the whole text, or a pattern for it. */
export async function waitForFact(tab: InspectedTab, name: string, value: string | RegExp): Promise<void> {
  const fits = typeof value === 'string' ? `text === ${JSON.stringify(value)}` : `${value}.test(text)`;
  await tab.waitInPanel(
    `[...document.querySelectorAll('.fact')].some((fact) => {
      const text = fact.querySelector('dd').innerText;
      return fact.querySelector('dt').innerText === ${JSON.stringify(name)} && ${fits};
    })`,
    `the fact "${name}: ${value}"`,
  );
}

/** Waits until facts are on show, and none of this name. */
export async function waitForNoFact(tab: InspectedTab, name: string): Promise<void> {
  await tab.waitInPanel(
    `((names) => names.length > 0 && !names.includes(${JSON.stringify(name)}))(
      [...document.querySelectorAll('.fact dt')].map((one) => one.innerText))`,
    `no fact "${name}"`,
  );
}

/** Waits until the strip of what Hangup could not see says this, and takes it away: it then stays away. */
export async function dismissNotice(tab: InspectedTab, says: RegExp): Promise<void> {
  const notice = `[...document.querySelectorAll('.notice')].find((one) => ${says}.test(one.innerText))`;
  await click(tab, `${notice}?.querySelector('button')`, `the notice ${says}`);
  await tab.waitInPanel(`${notice} === undefined`, `the notice ${says} to go`);
}

/**
 * Clicks an element as soon as it is there and takes clicks, in the same moment: a moment later it may be gone, or be
 * another.
 */
export async function click(tab: InspectedTab, element: string, what: string): Promise<void> {
  await tab.waitInPanel(
    `(() => {
      const element = ${element};
      if (!element || element.disabled) return false;
      element.click();
      return true;
    })()`,
    `${what}, to be clicked`,
  );
}

/** Presses the first button whose text begins with this, as a click does. */
export async function pressButton(tab: InspectedTab, text: string): Promise<void> {
  await click(
    tab,
    `[...document.querySelectorAll('button')].find((one) => one.innerText.startsWith(${JSON.stringify(text)}))`,
    `the button ${text}`,
  );
}

/** Shows another part of what has tabs. */
export async function pressTab(tab: InspectedTab, text: string): Promise<void> {
  await click(
    tab,
    `[...document.querySelectorAll('[role="tab"]')].find((one) => one.innerText === ${JSON.stringify(text)})`,
    `the tab ${text}`,
  );
}

/** With Escape, pressed in the dialog itself: the focus may not be in it yet. */
export async function closeDialog(tab: InspectedTab): Promise<void> {
  const dialog = `document.querySelector('[role="dialog"]')`;
  await tab.evaluateInPanel(
    `void ${dialog}.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
  );
  await tab.waitInPanel(`${dialog} === null`, 'the dialog to be gone');
}
