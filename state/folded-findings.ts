import type { Attempt } from '../core/capture/chain';
import type { Confidence } from '../core/causes/cause';
import type { ChainFinding } from '../core/diagnose-chain';
import type { Finding } from '../core/finding';
import { compareFindings, findingsOf } from './findings';
import { outagesOf } from './outages';

/** The same finding on several attempts of a chain, told once. */
export interface FoldedFinding {
  /** As it was on the newest of the attempts. */
  readonly finding: Finding;
  readonly count: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** What would not be wrong without this: findings that it explains, and what the page made of the failure. */
  readonly consequences: readonly FoldedFinding[];
  /** What else would explain the same failures, less certainly or less precisely. */
  readonly alternatives: readonly FoldedFinding[];
}

/** A card in the making. */
interface Draft {
  finding: Finding;
  count: number;
  firstMs: number;
  lastMs: number;
  readonly explained: Map<string, Draft>;
  readonly reactions: Draft[];
  readonly alternatives: Draft[];
}

/**
 * One card a failure. Worst first, then those that name a cause, then newest. Findings are the same when cause, verdict
 * and title are: a title carries what makes it precise, such as the close code, and two different codes are two
 * problems.
 */
export function foldFindings(
  attempts: readonly Attempt[],
  chainFindings: readonly ChainFinding[] = [],
): readonly FoldedFinding[] {
  const own = new Map<string, Draft>();
  const outages = outagesOf(attempts);
  /** By connection: the card that names its end. */
  const named = new Map<string, Draft>();
  const ofChains = chainFindings.map(toCandidate);
  for (const { connection } of attempts) {
    const timeMs = connection.endedMs ?? connection.startedMs;
    const concerned = ofChains.filter(({ about }) => about?.has(connection.id) ?? true);
    for (const { draft } of concerned) extend(draft, timeMs);
    for (const [index, finding] of findingsOf(connection).entries()) {
      const explaining = concerned.filter((one) => one.finding.explains.includes(finding.cause));
      const by = surest(explaining);
      for (const other of explaining) if (other !== by) other.betterOne ??= by?.draft;
      // The headline of a connection stands first; what stands beside it does not name its end.
      const began = index === 0 ? outages.get(connection.id) : undefined;
      const above = by?.draft ?? (began === undefined ? undefined : named.get(began));
      const draft = count(above?.explained ?? own, finding, timeMs);
      if (index === 0 && finding.severity !== 'info') named.set(connection.id, above ?? draft);
    }
  }
  const cards = [...own.values()];
  for (const { draft, betterOne, finding } of ofChains) {
    if (betterOne !== undefined && draft.explained.size === 0) betterOne.alternatives.push(draft);
    else if (!finding.isReaction) cards.push(draft);
  }
  for (const { draft, about } of ofChains.filter(({ finding }) => finding.isReaction)) {
    (failureBehind(about, named)?.reactions ?? cards).push(draft);
  }
  return cards.map(toFolded).sort(byWeight);
}

/** What several attempts show together, and what it may take under it. */
interface Candidate {
  readonly finding: ChainFinding;
  readonly about: ReadonlySet<string> | undefined;
  readonly draft: Draft;
  /** Explains the same failures, and better. */
  betterOne: Draft | undefined;
}

function toCandidate(finding: ChainFinding): Candidate {
  return {
    finding,
    about: finding.about && new Set(finding.about),
    draft: draftOf(finding),
    betterOne: undefined,
  };
}

const SURENESS: Readonly<Record<Confidence, number>> = { certain: 3, likely: 2, possible: 1 };

/** The first of the surest: the catalogue has the more precise ones before. */
function surest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const one of candidates) {
    if (best === undefined || SURENESS[one.finding.confidence] > SURENESS[best.finding.confidence])
      best = one;
  }
  return best;
}

/** The failure that most of these connections ended with. Undefined: they ended well, or have not ended. */
function failureBehind(
  about: ReadonlySet<string> | undefined,
  named: ReadonlyMap<string, Draft>,
): Draft | undefined {
  const counts = new Map<Draft, number>();
  for (const [id, card] of named) {
    if (about?.has(id) ?? true) counts.set(card, (counts.get(card) ?? 0) + 1);
  }
  let most: readonly [card: Draft, shared: number] | undefined;
  for (const entry of counts) if (entry[1] > (most?.[1] ?? 0)) most = entry;
  return most?.[0];
}

function draftOf(finding: Finding): Draft {
  return {
    finding,
    count: 1,
    firstMs: Infinity,
    lastMs: -Infinity,
    explained: new Map(),
    reactions: [],
    alternatives: [],
  };
}

function extend(draft: Draft, timeMs: number): void {
  draft.firstMs = Math.min(draft.firstMs, timeMs);
  draft.lastMs = Math.max(draft.lastMs, timeMs);
}

function count(folded: Map<string, Draft>, finding: Finding, timeMs: number): Draft {
  const key = JSON.stringify([finding.cause, finding.verdict, finding.title]);
  const known = folded.get(key);
  const draft = known ?? draftOf(finding);
  if (known === undefined) folded.set(key, draft);
  else draft.count += 1;
  draft.finding = finding;
  extend(draft, timeMs);
  return draft;
}

function toFolded({ finding, count, firstMs, lastMs, ...under }: Draft): FoldedFinding {
  const followed = [...under.explained.values()].map(toFolded).sort(byWeight);
  const made = under.reactions.map(toFolded).sort(byWeight);
  const alternatives = under.alternatives.map(toFolded).sort(byWeight);
  return { finding, count, firstMs, lastMs, consequences: [...made, ...followed], alternatives };
}

function byWeight(a: FoldedFinding, b: FoldedFinding): number {
  return compareFindings(b.finding, a.finding) || b.lastMs - a.lastMs;
}
