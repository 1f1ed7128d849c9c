import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toNextAttemptText, toSpokenOutlook } from '../../components/conversations/next-attempt-text';
import { createOutlook } from '../../state/chain-outlook';
import { toChains } from '../../core/capture/conversation';
import {
  buildConnection,
  FAILED_FOR_PAGE,
  START_MS,
  type ConnectionFacts,
} from '../support/connection-builder';
import { sampleChain } from '../support/sample-conversations';

const outlookOf = createOutlook([]);

const EXPECTED = {
  kind: 'expected',
  sinceMs: 10_000,
  client: 'a fixed delay of 3 s',
  confidence: 'likely',
  fromMs: 12_000,
  toMs: 14_000,
} as const;

describe('the countdown', () => {
  test('says how long the next attempt is away, then that it is due, then that it is late', () => {
    const at = (nowMs: number) => toNextAttemptText(EXPECTED, nowMs);
    expect(at(10_000)).toEqual({ phase: 'waiting', text: 'Next attempt in 2 to 4 s' });
    expect(at(11_500)).toEqual({ phase: 'waiting', text: 'Next attempt in 1 to 3 s' });
    expect(at(12_000)).toEqual({ phase: 'due', text: 'Next attempt due now' });
    expect(at(14_200).phase).toBe('due');
    expect(at(19_600)).toEqual({ phase: 'overdue', text: 'Next attempt overdue by 5 s' });
  });

  test('claims no more than the policy does', () => {
    expect(toNextAttemptText({ ...EXPECTED, confidence: 'possible' }, 10_000).text).toMatch(/probably in/);
  });

  test('changes at most once a second while it counts down', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        (wait, width) => {
          const outlook = { ...EXPECTED, fromMs: 10_000 + wait, toMs: 10_000 + wait + width };
          const texts = new Set(
            Array.from({ length: 20 }, (_, step) => toNextAttemptText(outlook, 10_000 + step * 50).text),
          );
          expect(texts.size).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  test('is a sentence with the times of day for who listens, the same at any moment', () => {
    expect(toSpokenOutlook(EXPECTED)).toMatch(
      /^Next attempt expected between \d\d:\d\d:12\.000 and \d\d:\d\d:14\.000, as a client with a fixed delay of 3 s waits$/,
    );
  });
});

describe('the outlook of a link', () => {
  const chainOf = (...facts: ConnectionFacts[]) => {
    const [chain] = toChains(
      facts.map((one) => buildConnection(one)),
      [],
    );
    if (chain === undefined) throw new Error('No chain.');
    return chain;
  };

  test('is an attempt in the window of its client after each failure', () => {
    const outlook = outlookOf(
      chainOf(...[0, 3_100, 6_200].map((startAt) => ({ ...FAILED_FOR_PAGE, startAt }))),
    );
    expect(outlook).toMatchObject({ kind: 'expected', confidence: 'likely' });
  });

  test('is open where nothing is known of its client', () => {
    expect(outlookOf(chainOf(FAILED_FOR_PAGE))).toMatchObject({ kind: 'unknown' });
  });

  test('is nothing to wait for where it is open, or ended as it was meant to', () => {
    expect(outlookOf(sampleChain('api.shop').chain)).toEqual({ kind: 'none' });
    expect(outlookOf(sampleChain('metrics.shop').chain)).toEqual({ kind: 'none' });
  });

  test('is nothing to wait for where the page closed by itself, unless it has come back from that before', () => {
    const closed = { openAt: 50, closeCall: { at: 900, readyState: 1 }, close: { at: 1_000, code: 1005 } };
    const failed = { ...FAILED_FOR_PAGE, startAt: 4_000 };
    const again = { ...closed, startAt: 7_100 };
    expect(outlookOf(chainOf(FAILED_FOR_PAGE, { ...closed, startAt: 500 }))).toEqual({ kind: 'none' });
    expect(outlookOf(chainOf(closed, failed, again))).toMatchObject({ kind: 'expected' });
  });

  test('is nothing to wait for once its page was left between two attempts, until it comes back', () => {
    const chain = chainOf(...[0, 3_100, 6_200].map((startAt) => ({ ...FAILED_FOR_PAGE, startAt })));
    const { streamId } = chain.attempts[0].connection;
    const at = (seq: number) =>
      ({ source: 'page-lifecycle', streamId, seq, timeMs: START_MS + seq }) as const;
    const hidden = { ...at(8_000), type: 'page-hidden', persisted: true } as const;
    expect(createOutlook([hidden])(chain)).toEqual({ kind: 'none' });
    expect(createOutlook([{ ...hidden, streamId: 'another' }])(chain).kind).toBe('expected');
    const shown = { ...at(9_000), type: 'page-shown', persisted: true } as const;
    expect(createOutlook([hidden, shown])(chain).kind).toBe('expected');
  });

  test('is nothing to wait for once its page is gone', () => {
    const chain = chainOf(FAILED_FOR_PAGE);
    const { connection } = chain.attempts[0];
    const gone = {
      type: 'page-hidden',
      source: 'page-lifecycle',
      streamId: connection.streamId,
      seq: 99,
      timeMs: connection.startedMs + 500,
      persisted: false,
    } as const;
    const left = {
      ...chain,
      attempts: [{ waitMs: undefined, connection: { ...connection, pageGone: gone } }] as const,
    };
    expect(outlookOf(left)).toEqual({ kind: 'none' });
  });
});
