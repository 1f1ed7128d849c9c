import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { InspectedTab } from '../browsers/inspected-tab';
import { openInspectedTab } from '../browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';
import { faults, type Fault } from '../fault-lab/faults';
import { chooseLink, pressClear, readFindings, waitForCause, type ReadFindings } from '../panel-page';
import { accuracyTables, type BrowserRun } from './accuracy-page';
import { judge, type Outcome } from './outcome';

// Every fault of the lab, in the real panels: what a person reads there, written to docs/accuracy.md.
// `-- --only storm,restart`: these faults alone, and nothing is written.

const page = new URL('../../../docs/accuracy.md', import.meta.url);
const [BEGIN, END] = ['<!-- accuracy: begin -->', '<!-- accuracy: end -->'];

/** Chromium 156 waits 60 s for the answer to a Close frame. */
const SLOW_MS = 90_000;
const SETTLES_MS = 3_000;
/** Findings that are the same after this time are those that stay. */
const STAYS_MS = 500;
const IS_DONE = `globalThis.labLog?.at(-1) === 'done'`;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const chosen = faults.filter(({ id }) => only?.includes(id) ?? true);

// Most of the time goes by in waiting for what a fault needs, so both browsers are at work at once.
const runs = await Promise.all([runIn('chromium'), runIn('firefox')]);
const tables = accuracyTables(runs, new Date().toISOString().slice(0, 10));
if (only === undefined) await writeTables();
const wrong = runs.flatMap(({ outcomes }) => outcomes).filter((outcome) => judge(outcome) === 'wrong');
console.log(tables);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function writeTables(): Promise<void> {
  const before = readFileSync(page, 'utf8');
  const head = before.slice(0, before.indexOf(BEGIN) + BEGIN.length);
  const text = `${head}\n\n${tables}\n${before.slice(before.indexOf(END))}`;
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
}

async function runIn(browser: BrowserName): Promise<BrowserRun> {
  const lab = await startFaultLab();
  const tab = await openInspectedTab(browser);
  try {
    const version = await tab.evaluateInPage<string>(
      `/(?:Chrome|Firefox)\\/[\\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent`,
    );
    const outcomes: Outcome[] = [];
    for (const fault of chosen) outcomes.push(await drive(tab, lab, browser, fault));
    return { browser, version, outcomes };
  } finally {
    await tab.close();
    await lab.stop();
  }
}

/** The bodies that come last may fold one card into another, a moment after the first names its cause. */
async function readSettled(tab: InspectedTab): Promise<ReadFindings> {
  let findings = await readFindings(tab);
  for (let waitedMs = 0; waitedMs < SETTLES_MS; waitedMs += STAYS_MS) {
    const before = findings.titles.join('\n');
    await new Promise((done) => setTimeout(done, STAYS_MS));
    findings = await readFindings(tab);
    if (findings.titles.join('\n') === before) break;
  }
  return findings;
}

async function drive(tab: InspectedTab, lab: FaultLab, browser: BrowserName, fault: Fault): Promise<Outcome> {
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await pressClear(tab);
  await tab.goto(fault.page(lab));
  await chooseLink(tab, fault.endpoint(lab));
  // A panel that says something else has had its time to say the right thing.
  const { cause } = fault.expected[browser];
  await waitForCause(tab, cause, fault.isSlow ? SLOW_MS : undefined).catch(() => undefined);
  // What a person reads in the end counts: the page is through with its attempts.
  await tab.waitInPage(IS_DONE, 'the page to be done').catch(() => undefined);
  // The bodies of the last messages come behind the end of their connection: they may still change its card.
  await tab
    .waitInPanel(
      `document.querySelector('section[aria-label="Findings"] .cause-id')?.innerText === ${JSON.stringify(cause)}`,
      'the cause on the first card',
      fault.isBeside ? 0 : SETTLES_MS,
    )
    .catch(() => undefined);
  const { causes } = await readSettled(tab);
  const shown = fault.isBeside ? (causes.find((one) => one === cause) ?? causes[0]) : causes[0];
  const verdict = await tab.evaluateInPanel<string | null>(
    `document.querySelector('section[aria-label="Findings"] .finding-verdict')?.innerText ?? null`,
  );
  const cards = await tab.evaluateInPanel<number>(
    `document.querySelectorAll('section[aria-label="Findings"] :is(.tone-error, .tone-warning).finding-card').length`,
  );
  const outcome = { browser, fault, shown, isCannotTell: verdict === 'Cannot tell', cards };
  console.log(`${browser} ${fault.id}: ${judge(outcome)}, ${causes.join(' ')} (cards: ${cards})`);
  return outcome;
}
