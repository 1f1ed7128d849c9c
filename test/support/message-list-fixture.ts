import type { MessageEventRecord } from '../../core/capture/event';
import type { PatternSearch } from '../../core/find/pattern-search';
import { parseQuery } from '../../core/find/parse-query';
import { EVERYTHING, type Query } from '../../core/find/query';
import { createMessageList, type MessageList } from '../../state/message-list';
import type { ListRequest } from '../../state/list-request';
import type { ListedConnection } from '../../state/listed-connection';
import { buildConnection } from './connection-builder';
import { textMessage } from '../core/protocols/message';

/** Work that the test lets happen, on a clock that only it moves. */
export function createFixture(patterns: PatternSearch = HERE) {
  let due: (() => void) | undefined;
  let nowMs = 0;
  const list = createMessageList({
    // Every look at the clock takes a while: so portions end.
    nowMs: () => (nowMs += 1),
    soon: (run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
    patterns,
  });
  return {
    list,
    portions: () => {
      let count = 0;
      for (let run = due; run !== undefined; run = due) {
        due = undefined;
        run();
        count += 1;
      }
      return count;
    },
  };
}

export const HERE: PatternSearch = {
  run: (patterns, texts) =>
    Promise.resolve({
      kind: 'answered',
      hits: patterns.map(({ source, flags }) =>
        Uint8Array.from(texts, (text) => Number(new RegExp(source, flags).test(text))),
      ),
    }),
  stop: () => undefined,
};

export function connectionOf(
  id: string,
  messages: readonly MessageEventRecord[],
  more: object = {},
): ListedConnection {
  const connection = {
    ...buildConnection({ openAt: 10 }),
    ...more,
    id,
    messages,
    messageCount: messages.length,
  };
  return { connection, chainId: id, conversationId: undefined, attempt: 1, attemptCount: 1 };
}

export function message(
  seq: number,
  text: string,
  more: Partial<MessageEventRecord> = {},
): MessageEventRecord {
  return textMessage(text, { seq, timeMs: seq, ...more });
}

export function ask(connections: readonly ListedConnection[], more: Partial<ListRequest> = {}): ListRequest {
  return { connections, query: EVERYTHING, foldsHeartbeats: true, pinned: new Set(), ...more };
}
export function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.query;
}

/** All rows, each as its messages' `seq`. */
export function rowsOf(list: MessageList): number[][] {
  return Array.from({ length: list.store.getState().rowCount }, (_, row) => {
    const { start = 0, end = 0 } = list.rowAt(row) ?? {};
    return Array.from({ length: end - start }, (_unused, at) => list.entryAt(start + at)?.message.seq ?? NaN);
  });
}
export const flat = (list: MessageList) => rowsOf(list).flat();

export const PING = '2';
export const PONG = '3';
export const SOCKET_IO = { url: 'wss://app.example/socket.io/?EIO=4&transport=websocket' };
