import { describe, expect, it } from 'vitest';
import { MAX_HYPOTHESES, type Cause } from '../../core/causes/cause';
import { causes } from '../../core/causes/catalogue';
import { chainCauses } from '../../core/causes/chain-catalogue';
import type { ChainCause } from '../../core/causes/chain-cause';
import { sceneOf } from '../../core/causes/scene';
import { diagnoseConnection } from '../../core/diagnose';
import { diagnoseChain } from '../../core/diagnose-chain';
import { each } from '../support/chain-facts';
import { buildChainView } from '../support/chain-table';
import { buildConnection, chromiumFailed, type ConnectionFacts } from '../support/connection-builder';

const REFUSED = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');

const TEXT = {
  id: 'broken-rule',
  layer: 'close',
  severity: 'info',
  title: 'A rule with a defect',
  explanation: 'It throws.',
  likelyCauses: [],
  next: ['Nothing.'],
  nextForUser: ['Nothing.'],
  retry: 'unknown',
  needs: ['page-events'],
} as const;

function fails(): never {
  throw new Error('a defect of this rule');
}

describe('a rule that throws', () => {
  const broken: Cause = { ...TEXT, diagnose: fails };
  const brokenOfChain: ChainCause = { ...TEXT, explains: [], diagnose: fails };

  it.each([
    ['before', [broken, ...causes]],
    ['after', [...causes.slice(0, 3), broken, ...causes.slice(3)]],
  ])('is an error of its own %s the others, and the headline is as without it', (_where, catalogue) => {
    const connection = buildConnection(REFUSED);
    const [headline, ...others] = diagnoseConnection(connection, sceneOf(connection), catalogue);
    expect(headline).toEqual(diagnoseConnection(connection)[0]);
    expect(others).toMatchObject([
      { cause: 'broken-rule', verdict: 'error', severity: 'warning', explanation: 'a defect of this rule' },
    ]);
  });

  it('does not pass for "nothing is wrong" where nothing else was found', () => {
    const connection = buildConnection({ openAt: 50 });
    const findings = diagnoseConnection(connection, sceneOf(connection), [broken, ...causes]);
    expect(findings.map(({ cause, verdict }) => [cause, verdict])).toEqual([['broken-rule', 'error']]);
  });

  it('leaves the findings about a chain as they are', () => {
    const view = buildChainView({ attempts: each(REFUSED, 4, 2_000) });
    const findings = diagnoseChain(view, [brokenOfChain, ...chainCauses]);
    expect(findings[0]).toMatchObject({ cause: 'broken-rule', verdict: 'error' });
    expect(findings.slice(1)).toEqual(diagnoseChain(view));
    expect(findings.length).toBeGreaterThan(1);
  });
});

describe('hypotheses', () => {
  // Everything at once: an idle time-out, a lifetime and a last message that all fit.
  const everything: ConnectionFacts = {
    openAt: 0,
    messages: [{ at: 1, direction: 'out', text: 'hello' }],
    close: { at: 300_000, code: 1006 },
  };

  it.each([
    ['a cut that fits several limits', everything],
    ['a handshake without a reason', { errorAt: 300, close: { at: 300, code: 1006 } }],
  ])(
    'are at most three, with evidence and a check, and none is certain: %s',
    (_what, facts: ConnectionFacts) => {
      const [headline] = diagnoseConnection(buildConnection(facts));
      const { hypotheses = [] } = headline ?? {};
      expect(hypotheses.length).toBeGreaterThan(0);
      expect(hypotheses.length).toBeLessThanOrEqual(MAX_HYPOTHESES);
      for (const { confidence, evidence, check } of hypotheses) {
        expect(confidence).not.toBe('certain');
        expect(evidence[0].text).not.toBe('');
        expect(check).toMatch(/\.$/);
      }
    },
  );
});
