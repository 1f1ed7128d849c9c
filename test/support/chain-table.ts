import { describe, expect, it } from 'vitest';
import { toChains } from '../../core/capture/conversation';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import type { Confidence, Severity } from '../../core/causes/cause';
import type { ChainCause, ChainView } from '../../core/causes/chain-cause';
import { diagnoseConnection } from '../../core/diagnose';
import { diagnoseChain } from '../../core/diagnose-chain';
import { profiles } from '../../core/profiles/catalogue';
import { wireOf } from '../../core/protocols/wire';
import { buildConnection, START_MS, type ConnectionFacts } from './connection-builder';

export interface ChainFacts {
  /** Each with its `startAt`; the first begins at 0. */
  readonly attempts: readonly ConnectionFacts[];
  /** Of other chains of the same conversation. */
  readonly siblings?: readonly ConnectionFacts[];
  /** Of chains that have nothing to do with this one. */
  readonly others?: readonly ConnectionFacts[];
  readonly lifecycle?: readonly LifecycleEvent[];
  /** After `START_MS`; the end of the last attempt unless the row says otherwise. */
  readonly nowAt?: number;
}

interface Row {
  /** Completes "reports ...", "stays silent ...", "cannot tell ...". */
  readonly when: string;
  readonly facts: ChainFacts;
}

interface ReportRow extends Row {
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  readonly title?: RegExp;
  readonly evidence?: readonly RegExp[];
  readonly next?: RegExp;
  /** How many attempts it is about; all unless the row says otherwise. */
  readonly aboutCount?: number;
}

/** The chain that these attempts make, as a rule sees it. */
export function buildChainView({
  attempts,
  siblings = [],
  others = [],
  lifecycle = [],
  nowAt,
}: ChainFacts): ChainView {
  const connections = attempts.map(buildConnection);
  const [chain, ...more] = toChains(connections, profiles);
  if (chain === undefined || more.length > 0)
    throw new Error('These attempts do not make one chain: compare their times.');
  const latestMs = Math.max(...connections.map(({ startedMs, endedMs }) => endedMs ?? startedMs));
  return {
    chain,
    headlines: chain.attempts.map(({ connection }) => diagnoseConnection(connection)[0]),
    wireOf,
    lifecycle,
    siblings: toChains(siblings.map(buildConnection), profiles),
    others: toChains(others.map(buildConnection), profiles),
    nowMs: nowAt === undefined ? latestMs : START_MS + nowAt,
  };
}

/** The specification of one cause about chains. A reported row must also come out of the whole catalogue. */
export function describeChainCause(
  cause: ChainCause,
  table: {
    readonly reports: readonly ReportRow[];
    readonly staysSilent: readonly Row[];
    readonly cannotTell?: readonly (Row & { readonly missing: RegExp })[];
  },
): void {
  describe(cause.id, () => {
    it.each(table.reports)('reports $when', (row) => {
      const view = buildChainView(row.facts);
      expect(cause.diagnose(view)).toMatchObject({
        verdict: 'found',
        confidence: row.confidence ?? 'certain',
      });
      const finding = diagnoseChain(view).find((one) => one.cause === cause.id);
      expect(finding?.severity).toBe(row.severity ?? cause.severity);
      if (row.title) expect(finding?.title).toMatch(row.title);
      const texts = finding?.evidence.map(({ text }) => text).join('\n') ?? '';
      expect(texts).not.toBe('');
      for (const pattern of row.evidence ?? []) expect(texts).toMatch(pattern);
      if (row.next) expect(finding?.next.join('\n')).toMatch(row.next);
      const aboutCount = finding?.about?.length ?? view.chain.attempts.length;
      expect(aboutCount).toBe(row.aboutCount ?? view.chain.attempts.length);
    });

    it.each(table.staysSilent)('stays silent $when', ({ facts }) => {
      expect(['clear', 'not-applicable']).toContain(cause.diagnose(buildChainView(facts)).verdict);
    });

    it.each(table.cannotTell ?? [])('cannot tell $when', ({ facts, missing }) => {
      const ruling = cause.diagnose(buildChainView(facts));
      expect(ruling.verdict).toBe('cannot-tell');
      expect(ruling.verdict === 'cannot-tell' ? ruling.missing : '').toMatch(missing);
    });
  });
}
