import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../core/capture/connection';
import type { HangupEvent } from '../../../core/capture/event';
import { createCaptureFold, foldEvents } from '../../../core/capture/fold';
import { diagnoseConnection } from '../../../core/diagnose';

let seq = 0;
function stamp(socketId: number) {
  seq += 1;
  return { streamId: 'page', source: 'page-hook', seq, timeMs: 1_000 + seq, socketId } as const;
}
function constructed(socketId: number, url: string, transport?: 'polling' | 'webtransport'): HangupEvent {
  return {
    ...stamp(socketId),
    type: 'socket-constructed',
    url,
    protocols: [],
    ...(transport && { transport }),
  };
}
function opened(socketId: number): HangupEvent {
  return { ...stamp(socketId), type: 'socket-open', protocol: '', extensions: '' };
}
function message(socketId: number, direction: 'in' | 'out', text: string): HangupEvent {
  return { ...stamp(socketId), type: 'message', direction, format: 'text', sizeBytes: text.length, text };
}
function closed(socketId: number, code: number): HangupEvent {
  return {
    ...stamp(socketId),
    type: 'socket-close',
    code,
    reason: '',
    wasClean: code !== 1006,
    bufferedAmount: 0,
  };
}

function headline(connection: Connection | undefined) {
  return connection && diagnoseConnection(connection)[0];
}

const POLLING = 'https://h/socket.io/?EIO=4&transport=polling';
const upgradeUrl = (sid: string) => `wss://h/socket.io/?EIO=4&transport=websocket&sid=${sid}`;

/** A session on polling, as the page hook reports it. */
function session(sid: string, id = 1): HangupEvent[] {
  return [
    constructed(id, POLLING, 'polling'),
    opened(id),
    message(id, 'in', `0{"sid":"${sid}","upgrades":["websocket"]}`),
    message(id, 'out', '40'),
    message(id, 'in', '40{"sid":"ns"}\x1e42["hello"]'),
  ];
}

describe('an Engine.IO session', () => {
  it('is one connection with the WebSocket that it moves to', () => {
    const events = [
      ...session('abc'),
      constructed(2, upgradeUrl('abc')),
      opened(2),
      message(2, 'out', '2probe'),
      message(2, 'in', '3probe'),
      message(2, 'out', '5'),
      message(2, 'in', '42["later"]'),
      closed(2, 1006),
    ];
    const [connection, ...others] = foldEvents(events);
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      id: 'page/1',
      transport: 'websocket',
      url: upgradeUrl('abc'),
      state: 'closed',
    });
    expect(connection?.messages.map(({ text }) => text)).toEqual([
      '0{"sid":"abc","upgrades":["websocket"]}',
      '40',
      '40{"sid":"ns"}\x1e42["hello"]',
      '2probe',
      '3probe',
      '5',
      '42["later"]',
    ]);
    expect(headline(connection)?.cause).toBe('abnormal-closure');
  });

  it('goes on with polling when the WebSocket is refused, and says so', () => {
    const events = [...session('abc'), constructed(2, upgradeUrl('abc')), closed(2, 1006)];
    const [connection, ...others] = foldEvents(events);
    expect(others).toEqual([]);
    expect(connection).toMatchObject({ transport: 'polling', state: 'open', endedMs: undefined });
    expect(connection?.failedUpgrades).toHaveLength(1);
    expect(headline(connection)?.cause).toBe('upgrade-failed');
  });

  it('does not take a WebSocket with the id of another document for its own', () => {
    const stranger = { ...constructed(2, upgradeUrl('abc')), streamId: 'other page' };
    expect(foldEvents([...session('abc'), stranger])).toHaveLength(2);
  });

  it('does not take a WebSocket of another session for its own', () => {
    const events = [
      ...session('abc'),
      ...session('def', 3),
      constructed(4, upgradeUrl('def')),
      opened(4),
      message(4, 'out', '5'),
    ];
    const connections = foldEvents(events);
    expect(connections.map(({ id, transport }) => [id, transport])).toEqual([
      ['page/1', 'polling'],
      ['page/3', 'websocket'],
    ]);
  });

  it('moves to a WebTransport, which shows no id, of the same endpoint', () => {
    const url = 'https://h/socket.io/?EIO=4&transport=webtransport';
    const [connection, ...others] = foldEvents([
      ...session('abc'),
      constructed(2, url, 'webtransport'),
      opened(2),
    ]);
    expect(others).toEqual([]);
    expect(connection).toMatchObject({ transport: 'webtransport', state: 'open' });
  });

  it('ends with a poll that fails', () => {
    const failed: HangupEvent = {
      ...stamp(1),
      type: 'polling-failed',
      method: 'GET',
      status: 400,
      body: '{"code":1,"message":"Session ID unknown"}',
    };
    const [connection] = foldEvents([...session('abc'), { ...failed, seq: (seq += 1) }]);
    expect(connection).toMatchObject({ state: 'closed', transport: 'polling' });
    expect(headline(connection)?.title).toMatch(/Session ID unknown/);
  });

  it('ends with the CLOSE packet, wherever in a body it stands', () => {
    const [connection] = foldEvents([...session('abc'), message(1, 'out', '41\x1e1')]);
    expect(connection?.state).toBe('closed');
    expect(headline(connection)?.cause).toBe('polling-closed');
  });

  it('tells the refusal of Socket.IO that came in the same body as other packets', () => {
    const events = [...session('abc'), message(1, 'in', '2\x1e44{"message":"invalid key"}')];
    expect(headline(foldEvents(events)[0])?.title).toMatch(/invalid key/);
  });
});

describe('messages that are missing', () => {
  function traffic(socketId: number, messagesIn: number): HangupEvent {
    return {
      ...stamp(socketId),
      type: 'socket-traffic',
      messagesIn,
      bytesIn: 9,
      messagesOut: 0,
      bytesOut: 0,
      bufferedAmount: 0,
    };
  }
  function read(): HangupEvent {
    return { ...stamp(0), type: 'payload-read' };
  }
  function turned(type: 'page-hidden' | 'page-shown'): HangupEvent {
    return { ...stamp(0), source: 'page-lifecycle', type, persisted: true };
  }

  it('are what the page counted and nobody has, once all that is kept has come', () => {
    const fold = createCaptureFold();
    fold.add([constructed(1, 'wss://h/'), opened(1)]);
    const kept = message(1, 'in', 'kept');
    fold.add([traffic(1, 3)]);
    expect(fold.connections()[0]?.missingMessages).toBeUndefined();
    fold.add([kept]);
    fold.add([read()]);
    expect(fold.connections()[0]?.missingMessages).toBe(2);
  });

  it('are none where everything came', () => {
    const fold = createCaptureFold();
    fold.add([
      constructed(1, 'wss://h/'),
      opened(1),
      message(1, 'in', 'a'),
      traffic(1, 1),
      message(1, 'in', 'b'),
      read(),
    ]);
    expect(fold.connections()[0]?.missingMessages).toBe(0);
  });

  it('are counted for each socket of a session', () => {
    const fold = createCaptureFold();
    fold.add([
      ...session('abc'),
      traffic(1, 5),
      constructed(2, upgradeUrl('abc')),
      opened(2),
      message(2, 'out', '5'),
      traffic(2, 4),
      read(),
    ]);
    expect(fold.connections()[0]?.missingMessages).toBe(2 + 3);
  });

  it('are known when the page is gone, for nobody can ask it any more', () => {
    const fold = createCaptureFold();
    fold.add([constructed(1, 'wss://h/'), opened(1), message(1, 'in', 'first')]);
    const onItsWay = message(1, 'in', 'third');
    fold.add([traffic(1, 3), turned('page-hidden')]);
    expect(fold.connections()[0]?.missingMessages).toBe(2);
    // What a panel was sent while the page went, comes after the news of that.
    fold.add([onItsWay]);
    expect(fold.connections()[0]?.missingMessages).toBe(1);
    fold.add([read()]);
    expect(fold.connections()[0]?.missingMessages).toBe(1);
  });

  it('may be there after all when the page comes back', () => {
    const fold = createCaptureFold();
    fold.add([constructed(1, 'wss://h/'), opened(1)]);
    const kept = message(1, 'in', 'kept');
    fold.add([traffic(1, 2), turned('page-hidden')]);
    expect(fold.connections()[0]?.missingMessages).toBe(2);
    fold.add([turned('page-shown')]);
    expect(fold.connections()[0]?.missingMessages).toBeUndefined();
    fold.add([kept, read()]);
    expect(fold.connections()[0]?.missingMessages).toBe(1);
  });
});
