import { describe, expect, it } from 'vitest';
import { toMessageRow } from '../../../components/messages/message-rows';
import { EVERYTHING } from '../../../core/find/query';
import { createMessageList } from '../../../state/message-list';
import { textMessage } from '../../core/protocols/message';
import { buildConnection } from '../../support/connection-builder';

type Said = readonly [direction: 'in' | 'out', timeMs: number, text: string];

/** What the rows of one ended connection say: the words, and the answer where the row has one. */
function rowsOf(said: readonly Said[], url = 'wss://app.example/socket.io/?EIO=4&transport=websocket') {
  const list = createMessageList({
    nowMs: () => 0,
    soon: (run) => {
      run();
      return () => undefined;
    },
    patterns: { run: () => Promise.resolve({ kind: 'answered', hits: [] }), stop: () => undefined },
  });
  const messages = said.map(([direction, timeMs, text], seq) =>
    textMessage(text, { seq, timeMs, direction }),
  );
  const connection = { ...buildConnection({ openAt: 10, close: { at: 90_000, code: 1006 } }), url, messages };
  const listed = {
    connection: { ...connection, messageCount: messages.length },
    chainId: connection.id,
    conversationId: undefined,
    attempt: 1,
    attemptCount: 1,
  };
  list.show({ connections: [listed], query: EVERYTHING, foldsHeartbeats: true, pinned: new Set() });
  return Array.from({ length: list.store.getState().rowCount }, (_, row) => {
    const { summary, answer } = toMessageRow(list, row, 'relative') ?? {};
    return answer === undefined ? summary : `${summary} (${answer})`;
  });
}

const OPEN: Said = [
  'in',
  0,
  '0{"sid":"k","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
];

describe('a row of the messages', () => {
  it('says a refused CONNECT, an event and an error in words', () => {
    expect(
      rowsOf([
        OPEN,
        ['out', 1, '40{"token":"t"}'],
        ['in', 2, '42["oh_event",{"error":true}]'],
        ['in', 2, '42["oh_event",{"error":true,"message":"No agent session"}]'],
        ['in', 3, '44{"message":"invalid_session_api_key"}'],
      ]),
    ).toEqual([
      'open, ping every 25 s, at most 1000000 bytes a poll',
      'CONNECT with auth (2 ms)',
      'event oh_event, error: true',
      'event oh_event, error: No agent session',
      'CONNECT refused: invalid_session_api_key',
    ]);
  });

  it('says how long a call took, and that one never had an answer', () => {
    expect(
      rowsOf([
        OPEN,
        ['out', 10, '40'],
        ['in', 20, '40{"sid":"s"}'],
        ['out', 100, '421["save",1]'],
        ['in', 400, '431["saved"]'],
        ['out', 500, '422["save",2]'],
      ]).slice(3),
    ).toEqual(['event save (300 ms)', 'answer to 1', 'event save (no answer)']);
  });

  it('is one for heartbeats that follow each other, with their count, their answers and their gaps', () => {
    expect(
      rowsOf([
        OPEN,
        ['in', 25_000, '2'],
        ['out', 25_031, '3'],
        ['in', 26_000, '42["a"]'],
        ['in', 50_000, '2'],
        ['out', 50_020, '3'],
        ['in', 75_000, '2'],
      ]).slice(1),
    ).toEqual([
      'ping, answered in 31 ms',
      'event a',
      '2 pings, 1 answered in 20 ms, 1 not answered, every 25 s',
    ]);
  });
});
