import { describe, expect, it } from 'vitest';
import type { BesideCause } from '../../core/causes/beside-cause';
import type { Confidence, Severity } from '../../core/causes/cause';
import { sceneOf } from '../../core/causes/scene';
import { diagnoseConnection } from '../../core/diagnose';
import { buildConnection, type ConnectionFacts } from './connection-builder';

interface Row {
  /** Completes "reports ..." and "stays silent ...". */
  readonly when: string;
  readonly facts: ConnectionFacts;
}

interface ReportRow extends Row {
  /** The sign's id within OpenHands' profile. */
  readonly sign: string;
  readonly confidence?: Confidence;
  readonly severity: Severity;
  readonly title?: RegExp;
  readonly evidence?: readonly RegExp[];
}

/** The specification of one cause that stands beside the headline. What is reported comes out of the whole diagnosis. */
export function describeBesideCause(
  cause: BesideCause,
  { reports, staysSilent }: { readonly reports: readonly ReportRow[]; readonly staysSilent: readonly Row[] },
): void {
  describe(cause.id, () => {
    it.each(reports)(
      'reports $when',
      ({ facts, sign, confidence = 'certain', severity, title, evidence = [] }) => {
        const findings = diagnoseConnection(buildConnection(facts)).filter((one) => one.cause === cause.id);
        expect(findings.map((one) => one.sign)).toEqual([`openhands/${sign}`]);
        const [finding] = findings;
        expect(finding).toMatchObject({ verdict: 'found', confidence, severity });
        if (title) expect(finding?.title).toMatch(title);
        const texts = finding?.evidence.map(({ text }) => text).join('\n') ?? '';
        expect(texts).not.toBe('');
        for (const pattern of evidence) expect(texts).toMatch(pattern);
      },
    );

    it.each(staysSilent)('stays silent $when', ({ facts }) => {
      const connection = buildConnection(facts);
      expect(cause.diagnoseAll(connection, sceneOf(connection))).toEqual([]);
    });
  });
}
