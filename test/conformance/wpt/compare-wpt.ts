import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { differences, stable, tally, type Outcomes } from '../compare';
import { openComparedTabs, type ComparedTabs } from '../compared-tabs';
import { runWptTest, startWptServer } from './run-wpt';

/** What differed once is run so many times more, alone: time-outs come and go by themselves. */
const REPETITIONS = 3;

/** Runs every test bare and hooked, side by side. @returns how many tests differ each time */
export async function compareWpt(options: {
  readonly browser: BrowserName;
  readonly checkout: string;
  readonly folders: readonly string[];
  /** A regular expression over the addresses. */
  readonly only: string;
}): Promise<number> {
  const { browser, checkout, folders, only } = options;
  const server = await startWptServer(checkout, folders);
  const wanted = new RegExp(only);
  const urls = server.urls.filter((url) => wanted.test(url));
  const tabs = await openComparedTabs(browser, `${server.origin}/common/blank.html`);
  const all = { bare: new Map<string, Outcomes>(), hooked: new Map<string, Outcomes>() };
  const suspects: string[] = [];
  try {
    for (const [index, url] of urls.entries()) {
      const { bare, hooked } = await runBoth(tabs, url);
      all.bare.set(url, bare);
      all.hooked.set(url, hooked);
      if (differences(url, bare, hooked).length > 0) suspects.push(url);
      console.error(`${browser} ${index + 1} of ${urls.length}: ${url}`);
    }
    const found = [];
    for (const url of suspects) {
      const rounds = [];
      for (let round = 0; round < REPETITIONS; round += 1) {
        const { bare, hooked } = await runBoth(tabs, url);
        rounds.push(differences(url, bare, hooked));
      }
      found.push(...stable(rounds));
    }
    console.log(
      `\n${browser}: ${urls.length} addresses, ${suspects.length} differed once, ${found.length} tests differ`,
    );
    console.log('  bare  ', tally(all.bare.values()));
    console.log('  hooked', tally(all.hooked.values()));
    for (const { where, title, bare, hooked } of found)
      console.log(`  ${where}: ${title}\n    bare:   ${bare}\n    hooked: ${hooked}`);
    for (const url of suspects) console.log(`  differed once: ${url}`);
    for (const [url, outcomes] of all.bare)
      for (const [title, outcome] of Object.entries(outcomes))
        if (!/^(PASS|OK)$/.test(outcome))
          console.log(`  not passed by the bare browser: ${url}: ${title}: ${outcome}`);
    return found.length;
  } finally {
    await tabs.close();
    server.stop();
  }
}

async function runBoth({ bare, hooked }: ComparedTabs, url: string) {
  const [bareOutcomes, hookedOutcomes] = await Promise.all([runWptTest(bare, url), runWptTest(hooked, url)]);
  return { bare: bareOutcomes, hooked: hookedOutcomes };
}
