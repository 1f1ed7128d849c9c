import { describe, expect, it } from 'vitest';
import { accuracyTables } from '../../support/accuracy/accuracy-page';
import { judge, truthOf, type Outcome } from '../../support/accuracy/outcome';
import { nativeFault } from '../../support/fault-lab/fault';

const fault = nativeFault('forbidden', 'The port is forbidden', {
  causes: { chromium: 'network-failure', firefox: 'handshake-failed' },
  target: '/x',
});
const outcome = (shown: string | undefined, isCannotTell = false, cards = 1): Outcome => ({
  browser: 'chromium',
  fault,
  shown,
  isCannotTell,
  cards,
});

describe('accuracy', () => {
  it('counts another cause, and silence, as wrong', () => {
    expect(judge(outcome('network-failure'))).toBe('named');
    expect(judge(outcome('handshake-failed', true))).toBe('cannot tell');
    expect(judge(outcome('tls-failure'))).toBe('wrong');
    expect(judge(outcome(undefined))).toBe('wrong');
  });

  it('takes the word of the browser that hides less for the truth', () => {
    expect(truthOf(fault)).toBe('network-failure');
  });

  it('names each fault that was not named', () => {
    const run = { browser: 'chromium', version: 'Chrome/1', outcomes: [outcome('tls-failure')] } as const;
    const tables = accuracyTables([run], '2026-01-01');
    expect(tables).toContain('| transport | 1 | 0 | 0 | 1 |');
    expect(tables).toContain('- wrong: The port is forbidden (`network-failure`); shown: `tls-failure`.');
  });

  it('lists faults that make more than one card', () => {
    const outcomes = [outcome('network-failure'), outcome('network-failure', false, 3)];
    const tables = accuracyTables([{ browser: 'chromium', version: 'Chrome/1', outcomes }], '2026-01-01');
    expect(tables).toContain('1 faults have one such card at most.');
    expect(tables).toContain('- 3 cards: The port is forbidden.');
  });
});
