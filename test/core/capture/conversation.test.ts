import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../core/capture/connection';
import { toConversations } from '../../../core/capture/conversation';
import { conversationIdOf } from '../../../core/capture/conversation-id';
import { endpointOf } from '../../../core/capture/endpoint';
import { foldEvents } from '../../../core/capture/fold';
import { profiles } from '../../../core/profiles/catalogue';

const HEX = '87f5ada82bc849fe854ce03610507e29';
const DASHED = '87f5ada8-2bc8-49fe-854c-e03610507e29';

function connection(
  socketId: number,
  url: string,
  startedMs: number,
  endedMs?: number,
  streamId = 'page',
): Connection {
  const common = { source: 'page-hook', streamId, socketId } as const;
  const [made] = foldEvents([
    { ...common, type: 'socket-constructed', seq: 1, timeMs: startedMs, url, protocols: [] },
    ...(endedMs === undefined
      ? []
      : [
          {
            ...common,
            type: 'socket-close',
            seq: 2,
            timeMs: endedMs,
            code: 1006,
            reason: '',
            wasClean: false,
            bufferedAmount: 0,
          } as const,
        ]),
  ]);
  if (made === undefined) throw new Error('no connection');
  return made;
}

describe('endpointOf', () => {
  it.each([
    [
      'drops what Engine.IO changes each time',
      'wss://h/socket.io/?EIO=4&transport=websocket&sid=abc&t=x1',
      'wss://h/socket.io/?EIO=4',
    ],
    [
      'takes polling and a WebSocket of Engine.IO for one link',
      'https://h/socket.io/?EIO=4&transport=polling&t=x2',
      'wss://h/socket.io/?EIO=4',
    ],
    [
      'drops the resume position and the key of OpenHands',
      'ws://h/socket.io/?latest_event_id=7&conversation_id=c&session_api_key=s',
      'ws://h/socket.io/?conversation_id=c',
    ],
    ['keeps what tells two links apart', 'ws://h/rt?room=7', 'ws://h/rt?room=7'],
    ['does not mind the order of parameters', 'ws://h/rt?b=2&a=1', 'ws://h/rt?a=1&b=2'],
    ['leaves what is no address alone', 'not a url', 'not a url'],
  ])('%s', (_what, url, endpoint) => {
    expect(endpointOf(url, profiles)).toBe(endpoint);
  });
});

describe('conversationIdOf', () => {
  it.each([
    ['a query parameter', `ws://h/socket.io/?conversation_id=${HEX}`, HEX],
    ['a path segment, dashed', `ws://h/sockets/events/${DASHED}?resend_all=true`, HEX],
    ['a path segment behind a prefix', `wss://h/runtime/abc/sockets/events/${HEX.toUpperCase()}`, HEX],
    ['an id of another form, as it stands', 'ws://h/x?conversation_id=Room-1', 'Room-1'],
    ['a missing value that a client printed', 'ws://h/x?conversation_id=undefined', undefined],
    ['an address without one', 'ws://h/x', undefined],
  ])('reads %s', (_what, url, id) => {
    expect(conversationIdOf(url, profiles)).toBe(id);
  });
});

describe('toConversations', () => {
  it('makes one chain of attempts to the same endpoint, with the waits between them', () => {
    const [conversation] = toConversations([
      connection(1, 'ws://h/a?t=1', 0, 100),
      connection(2, 'ws://h/a?t=2', 3_100, 3_200),
      connection(3, 'ws://h/a?t=3', 6_200),
    ]);
    expect(conversation?.chains).toHaveLength(1);
    expect(conversation?.chains[0].attempts.map(({ waitMs }) => waitMs)).toEqual([undefined, 3_000, 3_000]);
  });

  it('does not call two sockets that live side by side a reconnect', () => {
    const conversations = toConversations([
      connection(1, 'ws://h/a', 0, 100),
      connection(2, 'ws://h/a', 50, 150),
    ]);
    expect(conversations.map(({ chains }) => chains.length)).toEqual([1, 1]);
  });

  it('does not chain sockets of different documents', () => {
    const conversations = toConversations([
      connection(1, 'ws://h/a', 0, 1),
      connection(1, 'ws://h/a', 5, 6, 'other'),
    ]);
    expect(conversations).toHaveLength(2);
  });

  it('groups chains of one conversation across documents, protocols and spellings of the id', () => {
    const conversations = toConversations([
      connection(1, `ws://h/socket.io/?EIO=4&conversation_id=${HEX}`, 0, 1),
      connection(2, 'ws://h/unrelated', 1, 2),
      connection(1, `ws://h/sockets/events/${DASHED}`, 5, 6, 'after-reload'),
    ]);
    expect(conversations.map(({ id, chains }) => [id, chains.length])).toEqual([
      [HEX, 2],
      [undefined, 1],
    ]);
  });

  describe('with a conversation inside another one', () => {
    const MAIN = `ws://h/sockets/events/${HEX}?session_api_key=k-1`;
    const PLANNING = `ws://h/sockets/events/${DASHED.replace('87f5', '1111')}?session_api_key=`;
    const idsOf = (...sockets: readonly Connection[]) =>
      toConversations(sockets).map(({ id, chains }) => [id, chains.length]);

    it('shows it with the one whose key it carries', () => {
      expect(idsOf(connection(1, MAIN, 0), connection(2, `${PLANNING}k-1`, 10))).toEqual([[HEX, 2]]);
    });

    it('keeps it there over all its attempts', () => {
      const attempts = [connection(2, `${PLANNING}k-1`, 10, 20), connection(3, `${PLANNING}k-1`, 3_020)];
      expect(idsOf(connection(1, MAIN, 0, 1_000), ...attempts)).toEqual([[HEX, 2]]);
    });

    it.each([
      ['another key', [connection(1, MAIN, 0), connection(2, `${PLANNING}k-2`, 10)]],
      ['the main one gone', [connection(1, MAIN, 0, 5), connection(2, `${PLANNING}k-1`, 10)]],
      ['another document', [connection(1, MAIN, 0), connection(2, `${PLANNING}k-1`, 10, 20, 'other')]],
      [
        'the word null for a key',
        [connection(1, MAIN.replace('k-1', 'null'), 0), connection(2, `${PLANNING}null`, 10)],
      ],
    ])('leaves it alone with %s', (_what, sockets) => {
      expect(idsOf(...sockets)).toHaveLength(2);
    });
  });
});
