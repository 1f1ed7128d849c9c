import { describe, expect, it } from 'vitest';
import { toChains } from '../../core/capture/conversation';
import { profiles } from '../../core/profiles/catalogue';
import { outlookOf } from '../../state/chain-outlook';
import {
  buildConnection,
  chromiumFailed,
  START_MS,
  type ConnectionFacts,
} from '../support/connection-builder';
import { statusUpdate, v0Joined, v0Refused, v1, v1Url } from '../support/openhands/frames';

function outlook(facts: ConnectionFacts) {
  const [chain] = toChains([buildConnection(facts)], profiles);
  if (chain === undefined) throw new Error('no chain');
  return outlookOf(chain);
}

describe('what is to come on a link of OpenHands', () => {
  it('is the next attempt of V1 after 3 s, at once after the first failure', () => {
    const failed = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');
    expect(outlook({ ...failed, url: v1Url() })).toMatchObject({
      kind: 'expected',
      client: 'the OpenHands page (every 3 s)',
      fromMs: START_MS + 3_100,
      toMs: START_MS + 3_100,
    });
  });

  it('is the same after a code that no client should come back from', () => {
    expect(outlook(v1([], { close: { at: 140, code: 4004 } })).kind).toBe('expected');
  });

  it('is nothing after a refusal: the client of V0 never tries again', () => {
    expect(outlook(v0Refused('44{"message":"invalid_session_api_key"}'))).toMatchObject({
      kind: 'gave-up',
      client: 'socket.io-client',
      retries: 0,
    });
  });

  it('is an attempt of V0 after a lost connection', () => {
    expect(outlook(v0Joined([], { close: { at: 9_000, code: 1006 } }))).toMatchObject({
      kind: 'expected',
      client: 'socket.io-client 2 to 4',
    });
  });

  it('is nothing where the page left, whatever the server had told of before', () => {
    const facts = v1([], {
      closeCall: { at: 9_000, readyState: 1, code: 1000 },
      close: { at: 9_010, code: 1000 },
    });
    expect(outlook(facts)).toEqual({ kind: 'none' });
    const told = v0Joined([statusUpdate(300, 'STATUS$ERROR')], {
      closeCall: { at: 9_000, readyState: 1, code: 1000 },
      close: { at: 9_010, code: 1000 },
    });
    expect(outlook(told).kind).not.toBe('expected');
  });
});
