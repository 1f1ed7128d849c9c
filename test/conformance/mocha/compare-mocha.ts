import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { PlainTab } from '../../support/browsers/inspected-tab';
import { differences, tally, type Outcomes } from '../compare';
import { openComparedTabs } from '../compared-tabs';

/** A client library's own browser tests, on a server that answers them as the library's own set-up does. */
export interface MochaSuite {
  readonly name: string;
  /** Its server has `suitePages`. */
  readonly start: () => Promise<SuiteServer>;
}

export interface SuiteServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The whole suite, so often. */
const ROUNDS = 3;
/** A test that ended otherwise in any round, so often and alone. */
const REPETITIONS = 5;
const PATIENCE_MS = 300_000;

/** Runs the suite bare and hooked in turn. @returns how many tests differ, alone as well */
export async function compareMocha(browser: BrowserName, { name, start }: MochaSuite): Promise<number> {
  const server = await start();
  const tabs = await openComparedTabs(browser, `${server.origin}/blank`);
  const run = async (tab: PlainTab, query = ''): Promise<Outcomes> => {
    await tab.goto(`${server.origin}/suite${query}`);
    try {
      await tab.waitInPage('globalThis.suiteOutcomes !== undefined', 'the end of the suite', PATIENCE_MS);
    } catch {
      // A test that stops the runner itself: what came before it can still be compared.
      console.log('  not ended:', tally([await tab.evaluateInPage<Outcomes>('outcomesSoFar')]));
    }
    return tab.evaluateInPage<Outcomes>('globalThis.outcomesSoFar');
  };
  try {
    const suspects = new Set<string>();
    console.log(`${browser}, ${name}`);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const bare = await run(tabs.bare);
      const hooked = await run(tabs.hooked);
      console.log(`  round ${round}: bare`, tally([bare]), 'hooked', tally([hooked]));
      for (const { title } of differences(name, bare, hooked)) suspects.add(title);
    }
    let differing = 0;
    for (const title of suspects) {
      const passed = { bare: 0, hooked: 0 };
      for (let repetition = 0; repetition < REPETITIONS; repetition += 1)
        for (const side of ['bare', 'hooked'] as const) {
          const outcomes = await run(tabs[side], `?only=${encodeURIComponent(title)}`);
          if (outcomes[title] === 'PASS') passed[side] += 1;
        }
      if ((passed.bare === 0) !== (passed.hooked === 0)) differing += 1;
      console.log(
        `  alone, of ${REPETITIONS} runs: bare passes ${passed.bare}, hooked ${passed.hooked}: ${title}`,
      );
    }
    console.log(`  ${differing} tests differ`);
    return differing;
  } finally {
    await tabs.close();
    await server.stop();
  }
}
