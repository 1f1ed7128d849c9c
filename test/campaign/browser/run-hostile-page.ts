import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { openInspectedTab } from '../../support/browsers/open-inspected-tab';
import type { InspectedTab } from '../../support/browsers/inspected-tab';
import type { FaultLab } from '../../support/fault-lab/fault-lab';
import { chooseLink, waitForCause } from '../../support/panel-page';
import { createChance } from '../chance';
import { attacksOf, SPOIL_BUILT_INS } from './hostile-page';

export interface AttackOutcome {
  readonly name: string;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** What must never be in the panel's document, whatever a page sent. Empty: nothing of it is. */
const MARKUP = `[
  globalThis.pwned === undefined ? '' : 'a string of the page ran as script',
  ...[...document.querySelectorAll('img, svg, script, iframe, object, embed, [onerror], [onload]')].map((one) => one.outerHTML.slice(0, 200))
    .filter((html) => /pwned|src="x"/.test(html)),
].filter(Boolean)`;
const FORGED = `document.querySelector('[aria-label="Conversations"]')?.innerText.includes('forged') ? ['a forged socket is shown'] : []`;

/** One page does everything at once that it can against Hangup; after each, the panel names a fresh socket's end. */
export async function runHostilePage(
  browser: BrowserName,
  lab: FaultLab,
  seed: number,
  only: string,
): Promise<readonly AttackOutcome[]> {
  const tab = await openInspectedTab(browser);
  const outcomes: AttackOutcome[] = [];
  try {
    await tab.evaluateInPanel(
      `void (globalThis.panelErrors = [], addEventListener('error', ({ message }) => panelErrors.push(message)), addEventListener('unhandledrejection', ({ reason }) => panelErrors.push(String(reason))))`,
    );
    for (const [index, attack] of attacksOf(lab, createChance(seed)).entries()) {
      if (!attack.name.includes(only)) continue;
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      outcomes.push(
        await undergo(tab, lab, attack.name, index, async () => {
          await tab.evaluateInPage(`void ${attack.script}`);
          await tab.waitInPage(attack.isOver, attack.name, 900_000);
        }),
      );
      console.log(browser, JSON.stringify(outcomes.at(-1)));
    }
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    outcomes.push(
      await undergo(tab, lab, 'built-ins that throw', 99, async () => {
        await tab.evaluateInPage(`void ${SPOIL_BUILT_INS}`);
        await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/echo/spoilt')`);
        const errors = await tab.evaluateInPage<number>('pageErrors.length');
        if (errors > 0) throw new Error(`The page saw ${errors} errors that are not its own.`);
      }),
    );
    console.log(browser, JSON.stringify(outcomes.at(-1)));
    return outcomes;
  } finally {
    await tab.close();
  }
}

async function undergo(
  tab: InspectedTab,
  lab: FaultLab,
  name: string,
  index: number,
  attack: () => Promise<void>,
): Promise<AttackOutcome> {
  const begin = performance.now();
  const problems: string[] = [];
  try {
    await attack();
    await tab.evaluateInPage(
      `void (globalThis.after = new WebSocket('${lab.wsOrigin}/close/4001/after-${index}'))`,
    );
    await chooseLink(tab, `/after-${index}`);
    await waitForCause(tab, 'application-close-code', 60_000);
  } catch (problem) {
    problems.push(String(problem).slice(0, 500));
  }
  problems.push(
    ...(await tab.evaluateInPanel<string[]>(`[...${MARKUP}, ...${FORGED}, ...panelErrors.splice(0)]`)),
  );
  return { name, seconds: Math.round((performance.now() - begin) / 1_000), problems };
}
