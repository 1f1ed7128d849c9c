import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { judge, layerOf, truthOf, type Judgement, type Outcome } from './outcome';

const JUDGEMENTS: readonly Judgement[] = ['named', 'cannot tell', 'wrong'];

export interface BrowserRun {
  readonly browser: BrowserName;
  /** As the browser says it: "Chrome/156.0". */
  readonly version: string;
  readonly outcomes: readonly Outcome[];
}

/** The tables of docs/accuracy.md. Prettier lays them out. */
export function accuracyTables(runs: readonly BrowserRun[], date: string): string {
  return [`Measured on ${date}, on ${process.platform}.`, '', ...runs.flatMap(browserPart)].join('\n');
}

function browserPart({ version, outcomes }: BrowserRun): readonly string[] {
  const layers = [...new Set(outcomes.map(({ fault }) => layerOf(truthOf(fault))))];
  const rows = layers.map((layer) =>
    toRow(
      layer,
      outcomes.filter(({ fault }) => layerOf(truthOf(fault)) === layer),
    ),
  );
  return [
    `### ${version}`,
    '',
    `| what went wrong, by layer | faults | ${JUDGEMENTS.join(' | ')} |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    toRow('**all**', outcomes),
    '',
    ...exceptions(outcomes),
    '',
    ...manyCards(outcomes),
    '',
  ];
}

function toRow(name: string, outcomes: readonly Outcome[]): string {
  const counts = JUDGEMENTS.map((one) => outcomes.filter((outcome) => judge(outcome) === one).length);
  return `| ${[name, outcomes.length, ...counts].join(' | ')} |`;
}

/** Each fault that was not named: what the lab did, and what was said. */
function exceptions(outcomes: readonly Outcome[]): readonly string[] {
  const others = outcomes.filter((outcome) => judge(outcome) !== 'named');
  if (others.length === 0) return ['Every fault was named.'];
  return others.map((outcome) => {
    const { fault, shown = 'nothing' } = outcome;
    return `- ${judge(outcome)}: ${fault.title} (\`${truthOf(fault)}\`); shown: \`${shown}\`.`;
  });
}

/** One failure should be one card. */
function manyCards(outcomes: readonly Outcome[]): readonly string[] {
  const many = outcomes.filter(({ cards }) => cards > 1);
  if (many.length === 0) return ['No fault has more than one card that says that something is wrong.'];
  const list = many.map(({ fault, cards }) => `- ${cards} cards: ${fault.title}.`);
  return [`${outcomes.length - many.length} faults have one such card at most. The others:`, '', ...list];
}
