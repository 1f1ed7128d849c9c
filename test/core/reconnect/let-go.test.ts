import { describe, expect, it } from 'vitest';
import { wireOf } from '../../../core/protocols/wire';
import { wasLetGo } from '../../../core/reconnect/let-go';
import { buildConnection, type ConnectionFacts } from '../../support/connection-builder';
import { polling } from '../../support/other-transports';
import { received, v0Joined, v0Refused } from '../../support/openhands/frames';

const CLOSED = { closeCall: { at: 2_005, readyState: 1 }, close: { at: 2_020, code: 1005 } } as const;

const ABORTED = { at: 300, status: 0, isAborted: true };
const OUT = { at: 300, direction: 'out' } as const;
function refusedPolling(end: Parameters<typeof polling>[0]): ConnectionFacts {
  const opening = '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';
  const bodies = [
    { at: 60, direction: 'in', text: opening },
    { at: 80, direction: 'out', text: '40/admin,' },
    { at: 200, direction: 'in', text: '44/admin,{"message":"invalid credentials"}' },
  ] as const;
  return polling({ bodies, ...end });
}

function isLetGo(facts: ConnectionFacts): boolean {
  const connection = buildConnection(facts);
  return wasLetGo(connection, wireOf(connection));
}

describe('wasLetGo', () => {
  it.each([
    ['after a refusal', v0Refused('44{"message":"no"}')],
    ['after a DISCONNECT of the server', v0Joined([received(2_000, '41')], CLOSED)],
    // As socket.io's admin UI 0.5.1 goes where the refusal comes before the upgrade.
    ['after a refusal while it polls, by giving up its request', refusedPolling({ failure: ABORTED })],
    ['after a refusal while it polls, by a CLOSE packet', refusedPolling({ closePacket: OUT })],
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
    ['after a refusal while it polls on', refusedPolling({})],
    ['where no Socket.IO is spoken', { openAt: 50, ...CLOSED }],
  ])('is false %s', (_when, facts) => {
    expect(isLetGo(facts)).toBe(false);
  });
});
