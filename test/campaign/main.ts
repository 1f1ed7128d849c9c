// `npm run campaign`: hostile inputs, bounded and seeded. docs/campaigns.md says what it does and what came out.
import type { BrowserName } from '../../scripts/find-browser.mjs';
import { parseArgs } from 'node:util';
import { createInput } from './create-input';
import { campaignReport } from './campaign-report';
import { runBrowserCampaign } from './browser/run-browser-campaign';
import { runTarget, type TargetResult } from './run-target';
import { targets } from './targets/catalogue';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    inputs: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    /** Prints this one input of `--only`, and what comes of it. */
    show: { type: 'string' },
    /** Of `browser`: which one. */
    browser: { type: 'string' },
    hang: { type: 'string', default: '10000' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const module = new URL('./targets/catalogue.ts', import.meta.url).href;
const only = values.only?.split(',');
const chosen = targets.filter(({ name }) => only?.includes(name) ?? true);
if (chosen.length === 0 && positionals[0] !== 'browser')
  throw new Error(`--only takes, with commas between them: ${targets.map(({ name }) => name).join(', ')}`);

if (positionals[0] === 'browser') {
  const { browser } = values;
  const browsers: readonly BrowserName[] =
    browser === 'chromium' || browser === 'firefox' ? [browser] : ['chromium', 'firefox'];
  const isWell = await runBrowserCampaign({ seed, browsers, only: values.only ?? '' });
  process.exitCode = isWell ? 0 : 1;
} else if (values.show !== undefined) {
  for (const target of chosen) {
    const input = createInput(target, seed, Number(values.show));
    console.log(input.pick, typeof input.body, input.body);
    console.log(await target.run(input));
  }
} else {
  console.log(`seed ${seed}`);
  const results: TargetResult[] = [];
  for (const target of chosen) {
    const inputs = Math.ceil((Number(values.inputs) * target.share) / 1_000);
    results.push(
      await runTarget(target.name, { module, seed, from: 0, to: inputs, hangMs: Number(values.hang) }),
    );
    console.log(campaignReport(results.slice(-1), seed));
  }
  console.log(`\n${campaignReport(results, seed)}`);
  process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}
