import type { HangupEvent, MessageEventRecord } from '../../core/capture/event';
import type { CaptureListener, CaptureSource } from '../../core/capture/source';

/** 2026-11-23 12:01:00 UTC. */
export const SAMPLE_START_MS = Date.UTC(2026, 10, 23, 12, 1);

const PAGE = 'page-1';
const LOG = 'network-log-1';
const SHOP = 'wss://api.shop.example/live?room=7';
const LOGIN = 'wss://chat.shop.example/agent/ws?conversation_id=4f3a9c1e';
const SOCKET_IO = 'wss://app.shop.example/socket.io/?EIO=4&transport=websocket';

/** Writes events as the page's hook and the browser's log would, each stream numbered on its own. */
function createWriter(startMs: number) {
  const events: HangupEvent[] = [];
  const seqs = new Map<string, number>();
  const stamp = (streamId: string, atMs: number) => {
    const seq = (seqs.get(streamId) ?? 0) + 1;
    seqs.set(streamId, seq);
    return { streamId, seq, timeMs: startMs + atMs };
  };
  const page = (atMs: number) => ({ ...stamp(PAGE, atMs), source: 'page-hook' as const });
  return {
    events,
    start() {
      events.push(
        { ...page(0), type: 'source-started', url: 'https://shop.example/support', isTopFrame: true },
        { ...stamp(LOG, 0), type: 'source-started', source: 'network-log' },
      );
    },
    construct(socketId: number, atMs: number, url: string, protocols: string[] = []) {
      events.push({ ...page(atMs), type: 'socket-constructed', socketId, url, protocols });
    },
    open(socketId: number, atMs: number, protocol = '') {
      events.push({ ...page(atMs), type: 'socket-open', socketId, protocol, extensions: '' });
    },
    error(socketId: number, atMs: number, readyState: number) {
      events.push({ ...page(atMs), type: 'socket-error', socketId, readyState });
    },
    close(socketId: number, atMs: number, code: number, reason = '') {
      const wasClean = code !== 1006;
      events.push({
        ...page(atMs),
        type: 'socket-close',
        socketId,
        code,
        reason,
        wasClean,
        bufferedAmount: 0,
      });
    },
    callClose(socketId: number, atMs: number, code?: number) {
      events.push({
        ...page(atMs),
        type: 'socket-close-called',
        socketId,
        readyState: 1,
        ...(code === undefined ? {} : { code }),
      });
    },
    message(socketId: number, atMs: number, direction: 'in' | 'out', body: string | Uint8Array<ArrayBuffer>) {
      const kept: Pick<MessageEventRecord, 'text' | 'bytes'> =
        typeof body === 'string' ? { text: body } : { bytes: body };
      events.push({
        ...page(atMs),
        type: 'message',
        socketId,
        direction,
        format: typeof body === 'string' ? 'text' : 'binary',
        sizeBytes: body.length,
        ...kept,
      });
    },
    log(socketId: number, atMs: number, url: string, outcome: { status?: number; failure?: string }) {
      events.push({
        ...stamp(LOG, atMs),
        type: 'handshake',
        source: 'network-log',
        socketId,
        url,
        ...outcome,
      });
    },
  };
}

/** A support page with one healthy link, one that is refused again and again, and one that keeps losing its server. */
export function sampleEvents(startMs = SAMPLE_START_MS): readonly HangupEvent[] {
  const write = createWriter(startMs);
  write.start();

  write.construct(1, 120, SHOP, ['shop.v2']);
  write.open(1, 214, 'shop.v2');
  for (let i = 0; i < 400; i++) {
    const at = 260 + i * 95;
    if (i % 4 === 0) write.message(1, at, 'out', JSON.stringify({ type: 'ping', n: i }));
    else
      write.message(
        1,
        at,
        'in',
        JSON.stringify({ type: 'price', sku: `A-${1000 + i}`, price: 12.5 + i, tags: [] }),
      );
  }
  write.message(1, 38_400, 'in', 'note \u202egnitaerhtretni\u202c with a \u0000 in it');
  write.message(
    1,
    38_500,
    'in',
    Uint8Array.from({ length: 70 }, (_, i) => (i * 7) % 256),
  );

  // The login that expires: open once, then refused with 403, each wait twice the one before.
  write.construct(2, 300, LOGIN);
  write.open(2, 480);
  write.message(2, 520, 'out', '{"type":"hello","session":12345678901234567890}');
  write.message(2, 610, 'in', '{"type":"welcome","agent":"Mina"}');
  write.close(2, 9_200, 4401, 'token expired');
  write.log(2, 9_205, LOGIN, { status: 101 });
  let at = 9_200;
  for (const [index, wait] of [500, 1_000, 2_000, 4_000, 8_000].entries()) {
    at += wait;
    const socketId = 10 + index;
    write.construct(socketId, at, LOGIN);
    at += 160;
    write.error(socketId, at, 3);
    write.close(socketId, at + 1, 1006);
    write.log(socketId, at + 6, LOGIN, {
      failure: 'Error during WebSocket handshake: Unexpected response code: 403',
    });
    at += 1;
  }

  // The same conversation over a second link that lives.
  const events = 'wss://events.shop.example/stream?conversation_id=4f3a9c1e';
  write.construct(20, 700, events);
  write.open(20, 830);
  write.message(20, 900, 'in', '{"type":"typing"}');
  write.close(20, 14_100, 1011, 'internal error');
  write.log(20, 14_106, events, { status: 101 });
  write.construct(21, 15_100, events);
  write.open(21, 15_220);

  // Socket.IO: the socket opens, the namespace refuses.
  write.construct(30, 1_000, SOCKET_IO);
  write.open(30, 1_090);
  write.message(
    30,
    1_120,
    'in',
    '0{"sid":"k1","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
  );
  write.message(30, 1_130, 'out', '40{"token":"abc"}');
  write.message(30, 1_190, 'in', '44{"message":"invalid token"}');
  write.callClose(30, 1_260);
  write.close(30, 1_300, 1005);
  write.log(30, 1_305, SOCKET_IO, { status: 101 });

  // Nothing listens there.
  write.construct(40, 2_000, 'ws://localhost:9229/devtools');
  write.error(40, 2_040, 3);
  write.close(40, 2_041, 1006);
  write.log(40, 2_046, 'ws://localhost:9229/devtools', {
    failure: 'Error in connection establishment: net::ERR_CONNECTION_REFUSED',
  });

  // As it should be.
  write.construct(50, 3_000, 'wss://metrics.shop.example/beacon');
  write.open(50, 3_070);
  write.callClose(50, 5_000, 1000);
  write.close(50, 5_030, 1000);
  write.log(50, 5_036, 'wss://metrics.shop.example/beacon', { status: 101 });
  return [...write.events].sort((a, b) => a.timeMs - b.timeMs);
}

/** A source that holds events ready, and gives the test its listener to send more. */
export function createSampleSource(events: readonly HangupEvent[]) {
  let listener: CaptureListener | undefined;
  const calls: string[] = [];
  const source: CaptureSource = {
    start(newListener) {
      listener = newListener;
      newListener.onStatus({
        connected: true,
        isLive: true,
        droppedEvents: 0,
        hasSiteAccess: true,
        restarts: 0,
      });
      newListener.onEvents(events);
      return () => {
        calls.push('stop');
        listener = undefined;
      };
    },
    clear() {
      calls.push('clear');
    },
  };
  return {
    source,
    calls,
    send: (more: readonly HangupEvent[]) => listener?.onEvents(more),
    listener: () => listener,
  };
}
