import { describe, expect, it } from 'vitest';
import { wireOf } from '../../../core/protocols/wire';
import { wasLetGo } from '../../../core/reconnect/let-go';
import { buildConnection, type ConnectionFacts } from '../../support/connection-builder';
import { received, v0Joined, v0Refused } from '../../support/openhands/frames';

const CLOSED = { closeCall: { at: 2_005, readyState: 1 }, close: { at: 2_020, code: 1005 } } as const;

function isLetGo(facts: ConnectionFacts): boolean {
  const connection = buildConnection(facts);
  return wasLetGo(connection, wireOf(connection));
}

describe('wasLetGo', () => {
  it.each([
    ['after a refusal', v0Refused('44{"message":"no"}')],
    ['after a DISCONNECT of the server', v0Joined([received(2_000, '41')], CLOSED)],
  ])('is true %s', (_when, facts) => {
    expect(isLetGo(facts)).toBe(true);
  });

  it.each([
    ['while the client has not closed', v0Joined([received(2_000, '41')])],
    [
      'after a parse error, which it comes back from',
      v0Joined([received(2_000, '41{"message":"no"}')], CLOSED),
    ],
    ['after a lost connection', v0Joined([], { close: { at: 2_000, code: 1006 } })],
    ['after a ping time-out', v0Joined([], CLOSED)],
    ['where no Socket.IO is spoken', { openAt: 50, ...CLOSED }],
  ])('is false %s', (_when, facts) => {
    expect(isLetGo(facts)).toBe(false);
  });
});
