import { describe, expect, it } from 'vitest';
import type { Cause, Confidence, Severity } from '../../core/causes/cause';
import { sceneOf } from '../../core/causes/scene';
import { diagnoseConnection } from '../../core/diagnose';
import { buildConnection, type ConnectionFacts } from './connection-builder';

interface Row {
  /** Completes "reports ...", "stays silent ...", "cannot tell ...". */
  readonly when: string;
  readonly facts: ConnectionFacts;
}

interface ReportRow extends Row {
  /** `certain` unless the row says otherwise. */
  readonly confidence?: Confidence;
  /** The severity a person sees; the cause's own unless the row says otherwise. */
  readonly severity?: Severity;
  readonly title?: RegExp;
  readonly evidence?: readonly RegExp[];
  readonly next?: RegExp;
  /** All likely causes, in order. */
  readonly likely?: readonly RegExp[];
  /** Titles of what it leaves open, the likeliest first: each of them, and no others. */
  readonly hypotheses?: readonly RegExp[];
}

interface CannotTellRow extends Row {
  readonly missing: RegExp;
}

interface CauseTable {
  readonly reports: readonly ReportRow[];
  readonly staysSilent: readonly Row[];
  /** Left out where the evidence for this cause is either there or not. */
  readonly cannotTell?: readonly CannotTellRow[];
}

/**
 * The specification of one cause. A reported row is also checked against the whole catalogue: the cause must be the
 * headline, or the order is wrong.
 */
export function describeCause(cause: Cause, { reports, staysSilent, cannotTell = [] }: CauseTable): void {
  describe(cause.id, () => {
    it.each(reports)(
      'reports $when',
      ({ facts, confidence = 'certain', severity, title, evidence = [], next, likely, hypotheses }) => {
        const connection = buildConnection(facts);
        expect(cause.diagnose(connection, sceneOf(connection))).toMatchObject({
          verdict: 'found',
          confidence,
        });
        const [headline, ...others] = diagnoseConnection(connection);
        expect(headline?.cause).toBe(cause.id);
        expect(others).toEqual([]);
        expect(headline?.severity).toBe(severity ?? cause.severity);
        if (title) expect(headline?.title).toMatch(title);
        const texts = headline?.evidence.map(({ text }) => text).join('\n') ?? '';
        expect(texts).not.toBe('');
        for (const pattern of evidence) expect(texts).toMatch(pattern);
        const leftOpen = headline?.hypotheses.map((one) => one.title) ?? [];
        for (const [index, pattern] of (hypotheses ?? []).entries()) expect(leftOpen[index]).toMatch(pattern);
        if (hypotheses) expect(leftOpen).toHaveLength(hypotheses.length);
        if (likely)
          expect(headline?.likelyCauses).toEqual(likely.map((one): unknown => expect.stringMatching(one)));
        if (next) expect(headline?.next.join('\n')).toMatch(next);
      },
    );

    it.each(staysSilent)('stays silent $when', ({ facts }) => {
      const connection = buildConnection(facts);
      expect(['clear', 'not-applicable']).toContain(cause.diagnose(connection, sceneOf(connection)).verdict);
    });

    it.each(cannotTell)('cannot tell $when', ({ facts, missing }) => {
      const connection = buildConnection(facts);
      const ruling = cause.diagnose(connection, sceneOf(connection));
      expect(ruling.verdict).toBe('cannot-tell');
      expect(ruling.verdict === 'cannot-tell' ? ruling.missing : '').toMatch(missing);
      expect(diagnoseConnection(connection)[0]?.cause).toBe(cause.id);
    });
  });
}
