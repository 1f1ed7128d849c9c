import { describe, expect, it } from 'vitest';
import { toEvidencePlace } from '../../state/evidence-place';
import { buildConnection, START_MS } from '../support/connection-builder';

const messages = [100, 200, 300].map((at) => ({ at, direction: 'in' as const, text: `at ${at}` }));
const attempts = [0, 5_000].map((startAt) => ({
  connection: buildConnection({ startAt, openAt: 10, messages, close: { at: 900, code: 1006 } }),
  waitMs: undefined,
}));

describe('evidence', () => {
  it('leads to the last message up to its moment, in the attempt of that moment', () => {
    expect(toEvidencePlace(attempts, START_MS + 200)).toEqual({ connectionId: 'page:1/0', messageIndex: 1 });
    expect(toEvidencePlace(attempts, START_MS + 5_905)).toEqual({
      connectionId: 'page:1/5000',
      messageIndex: 2,
    });
  });

  it('leads to the attempt alone before its first message, and nowhere between attempts', () => {
    expect(toEvidencePlace(attempts, START_MS + 50)).toEqual({
      connectionId: 'page:1/0',
      messageIndex: undefined,
    });
    expect(toEvidencePlace(attempts, START_MS + 4_000)).toBeUndefined();
  });
});
