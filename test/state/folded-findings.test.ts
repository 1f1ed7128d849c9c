import { expect, test } from 'vitest';
import { diagnoseChain } from '../../core/diagnose-chain';
import { findingsOf } from '../../state/findings';
import { foldFindings, type FoldedFinding } from '../../state/folded-findings';
import { buildChainView, type ChainFacts } from '../support/chain-table';
import { cutAfter, each } from '../support/chain-facts';

const REFUSED_HANDSHAKE = {
  source: 'network-log',
  failure: 'Error in connection establishment: net::ERR_CONNECTION_REFUSED',
} as const;

/** A close by the server, soon after it had accepted. */
const CLOSED = { openAt: 10, close: { at: 400, code: 1013, reason: 'busy', wasClean: true } } as const;
/** A close by the page itself: nothing failed. */
const LEFT = {
  openAt: 10,
  closeCall: { at: 90, readyState: 1, code: 1000 },
  close: { at: 100, code: 1000, wasClean: true },
} as const;

function fold(facts: ChainFacts): readonly FoldedFinding[] {
  const view = buildChainView(facts);
  const headlines = view.chain.attempts.map(({ connection }) => findingsOf(connection)[0]);
  return foldFindings(view.chain.attempts, diagnoseChain({ ...view, headlines }));
}

const outline = (folded: readonly FoldedFinding[]): unknown =>
  folded.map(({ finding, count, consequences }) => [
    finding.cause,
    count,
    ...consequences.map((one) => one.finding.cause),
  ]);

test('one failure is one card: how the page deals with it is told there', () => {
  expect(outline(fold({ attempts: each(CLOSED, 6, 500) }))).toEqual([
    ['server-closed-with-code', 6, 'reconnect-storm', 'flapping'],
  ]);
});

test('two failures are two cards, and the reaction stands with the one that it met more often', () => {
  const dropped = { openAt: 10, close: { at: 60, code: 1006 } };
  const attempts = [...each(CLOSED, 5, 1_000), { ...dropped, startAt: 5_000 }];
  expect(outline(fold({ attempts }))).toEqual([
    ['accepted-then-dropped', 1],
    ['server-closed-with-code', 5, 'reconnect-storm', 'flapping'],
  ]);
});

test('a reaction to no failure has a card of its own', () => {
  const folded = fold({ attempts: each(LEFT, 6, 1_000) });
  expect(folded.map(({ finding }) => finding.cause)).toContain('reconnect-storm');
});

test('what repetition explains is folded under it, and what would explain it as well stands there', () => {
  const attempts = [0, 1, 2, 3].map((n) => cutAfter(n * 5_700, 5_500, 5_500));
  const [first, ...others] = fold({ attempts });
  expect(first?.finding.cause).toBe('idle-timeout');
  expect(first?.consequences.map(({ finding }) => finding.cause)).toContain('abnormal-closure');
  expect(first?.alternatives.map(({ finding }) => finding.cause)).toEqual(['lifetime-limit']);
  expect(others).toEqual([]);
});

const REFUSED = { errorAt: 5, close: { at: 10, code: 1006 }, handshake: REFUSED_HANDSHAKE } as const;
const RESTARTS = { openAt: 10, close: { at: 400, code: 1012, wasClean: true } } as const;

test('attempts that fail until the server is back are consequences of how it went', () => {
  const attempts = [RESTARTS, { ...REFUSED, startAt: 900 }, { ...REFUSED, startAt: 1_900 }];
  const back = { openAt: 10, startAt: 2_900 };
  expect(outline(fold({ attempts: [...attempts, back], nowAt: 9_000 }))).toEqual([
    ['server-closed-with-code', 1, 'connection-refused'],
  ]);
});

test('while it is not back, they are what is wrong now', () => {
  const attempts = [RESTARTS, { ...REFUSED, startAt: 900 }, { ...REFUSED, startAt: 1_900 }];
  expect(outline(fold({ attempts }))).toEqual([
    ['connection-refused', 2],
    ['server-closed-with-code', 1],
  ]);
});
