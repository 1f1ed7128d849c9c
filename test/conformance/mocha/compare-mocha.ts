import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { PlainTab } from '../../support/browsers/inspected-tab';
import { differences, stable, tally, type Outcomes } from '../compare';
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

const ROUNDS = 3;
const PATIENCE_MS = 300_000;

/** Runs the suite bare and hooked in turn. @returns how many tests differ each time */
export async function compareMocha(browser: BrowserName, { name, start }: MochaSuite): Promise<number> {
  const server = await start();
  const tabs = await openComparedTabs(browser, `${server.origin}/blank`);
  try {
    const rounds = [];
    const last: { bare: Outcomes; hooked: Outcomes } = { bare: {}, hooked: {} };
    for (let round = 0; round < ROUNDS; round += 1) {
      last.bare = await runSuite(tabs.bare, `${server.origin}/suite`);
      last.hooked = await runSuite(tabs.hooked, `${server.origin}/suite`);
      rounds.push(differences(name, last.bare, last.hooked));
    }
    const found = stable(rounds);
    console.log(`${browser}, ${name}: ${found.length} tests differ in each of ${ROUNDS} rounds`);
    console.log('  bare  ', tally([last.bare]));
    console.log('  hooked', tally([last.hooked]));
    for (const [title, outcome] of Object.entries(last.bare))
      if (outcome.startsWith('FAIL')) console.log(`  not passed by the bare browser: ${title}: ${outcome}`);
    for (const one of rounds.flat())
      console.log(`  differed: ${one.title}\n    bare:   ${one.bare}\n    hooked: ${one.hooked}`);
    return found.length;
  } finally {
    await tabs.close();
    await server.stop();
  }
}

async function runSuite(tab: PlainTab, url: string): Promise<Outcomes> {
  await tab.goto(url);
  await tab.waitInPage('globalThis.suiteOutcomes !== undefined', 'the end of the suite', PATIENCE_MS);
  return tab.evaluateInPage<Outcomes>('globalThis.suiteOutcomes');
}
