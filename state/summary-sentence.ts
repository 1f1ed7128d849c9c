import type { Connection } from '../core/capture/connection';
import type { Severity } from '../core/causes/cause';
import { toMidSentence } from '../core/causes/reading/words';
import type { Finding } from '../core/finding';
import { compareFindings, findingsOf, worstFinding } from './findings';
import { text } from '../locales/text';

/** The whole capture in one sentence, and how bad it is: the first thing the panel says. */
export interface Summary {
  readonly sentence: string;
  readonly severity: Severity | undefined;
}

/** The facts behind the sentence; they are the same in all languages. */
export interface SummaryFacts {
  readonly total: number;
  readonly problems: readonly Finding[];
  readonly worst: Finding | undefined;
}

export function summaryFacts(connections: readonly Connection[]): SummaryFacts {
  const problems = connections
    .map((connection) => worstFinding(findingsOf(connection)))
    .filter((finding) => finding !== undefined)
    .filter((finding) => finding.severity !== 'info');
  const worst = problems.reduce<Finding | undefined>(
    (known, finding) => (compareFindings(finding, known) >= 0 ? finding : known),
    undefined,
  );
  return { total: connections.length, problems, worst };
}

export function summarise(connections: readonly Connection[]): Summary {
  return toSummary(summaryFacts(connections));
}

/** @param diagnosedShare as in `SessionState`: what is known so far is not the whole */
export function toSummary({ total, problems, worst }: SummaryFacts, diagnosedShare?: number): Summary {
  if (diagnosedShare !== undefined) {
    const percent = Math.floor(100 * diagnosedShare);
    return { sentence: text('summary.diagnosing', { percent }), severity: undefined };
  }
  if (total === 0) return { sentence: text('summary.nothing'), severity: undefined };
  if (worst === undefined) return { sentence: text('summary.fine', { count: total }), severity: 'info' };
  const others = new Set(problems.map(({ title }) => title)).size - 1;
  const said = {
    title: toMidSentence(worst.title),
    more: others === 0 ? '' : text('summary.others', { count: others }),
  };
  const isError = worst.severity === 'error';
  if (total === 1) {
    const key = isError ? 'summary.onlyFailed' : 'summary.onlyHasProblem';
    return { sentence: text(key, said), severity: worst.severity };
  }
  const oneOrMore = problems.length === 1 ? 'summary.oneHasProblem' : 'summary.someHaveProblems';
  const key = isError ? 'summary.someFailed' : oneOrMore;
  return { sentence: text(key, { ...said, problems: problems.length, total }), severity: worst.severity };
}
