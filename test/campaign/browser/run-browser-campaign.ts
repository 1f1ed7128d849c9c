import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { startFaultLab } from '../../support/fault-lab/fault-lab';
import { leaveUnderStream, restartUnderStream, type RestartCounts } from './restarts';
import { runHostilePage, type AttackOutcome } from './run-hostile-page';

export interface BrowserCampaign {
  readonly seed: number;
  readonly browsers: readonly BrowserName[];
  /** `deaths`, `panel`, `navigations`, `cache`, `hostile`, or `hostile:` and part of an attack's name; empty: everything. */
  readonly only: string;
}

/** What a hostile page and a hundred restarts do to the real panel. @returns whether all is well */
export async function runBrowserCampaign({ seed, browsers, only }: BrowserCampaign): Promise<boolean> {
  console.log(`seed ${seed}`);
  const lab = await startFaultLab();
  let isWell = true;
  try {
    for (const browser of browsers) {
      const restarts = [
        ['deaths', () => restartUnderStream(browser, lab, 'the background dies', 100)],
        ['panel', () => restartUnderStream(browser, lab, 'the panel is loaded anew', 50)],
        ['navigations', () => leaveUnderStream(browser, lab, 'the page is left', 50)],
        ['cache', () => leaveUnderStream(browser, lab, 'the page comes back from the cache', 20)],
      ] as const;
      for (const [name, run] of restarts) {
        if (!name.includes(only)) continue;
        const counts = await run();
        console.log(restartRow(browser, counts));
        isWell &&= counts.lost === 0 && counts.doubled === 0;
      }
      if (only !== '' && !only.startsWith('hostile')) continue;
      const attacks = only.replace(/^hostile:?/, '');
      for (const outcome of await runHostilePage(browser, lab, seed, attacks)) {
        console.log(attackRow(browser, outcome));
        isWell &&= outcome.problems.length === 0;
      }
    }
    return isWell;
  } finally {
    await lab.stop();
  }
}

function restartRow(browser: BrowserName, { what, times, events, lost, doubled }: RestartCounts): string {
  return `| ${what} | ${browser} | ${times} | ${events} | ${lost} | ${doubled} |`;
}

function attackRow(browser: BrowserName, { name, seconds, problems }: AttackOutcome): string {
  return `| ${name} | ${browser} | ${seconds} s | ${problems.length === 0 ? 'none' : problems.join('; ')} |`;
}
