import type { HangupEvent } from '../../core/capture/event';

const START_MS = 1_700_000_000_000;
/** Events of one connection: opened, a conversation of so many messages, and an end. */
const PER_CONNECTION = 100;
/** Attempts of one chain. */
const ATTEMPTS = 10;

/**
 * A capture of so many events: clients of Socket.IO and of a protocol of JSON, which come back again and again after
 * ends of every kind. The same each time.
 */
export function madeUpEvents(count: number): readonly HangupEvent[] {
  const events: HangupEvent[] = [];
  for (let n = 0; events.length < count; n += 1) addConnection(events, n);
  return events.slice(0, count);
}

function addConnection(events: HangupEvent[], n: number): void {
  const chain = Math.floor(n / ATTEMPTS);
  const isSocketIo = chain % 2 === 0;
  const path = isSocketIo ? '/socket.io/?EIO=4&transport=websocket&room=' : '/live?room=';
  const startMs = START_MS + (n % ATTEMPTS) * 30_000 + chain * 7;
  const of = { source: 'page-hook', streamId: `page:${chain}`, socketId: n } as const;
  let seq = (n % ATTEMPTS) * PER_CONNECTION;
  const next = (offsetMs: number) => ({ ...of, seq: (seq += 1), timeMs: startMs + offsetMs });
  const url = `wss://host-${chain % 50}.example.test${path}${chain}`;
  events.push({ ...next(0), type: 'socket-constructed', url, protocols: [] });
  events.push({ ...next(40), type: 'socket-open', protocol: '', extensions: '' });
  for (let m = 0; m < PER_CONNECTION - 3; m += 1) {
    const text = isSocketIo
      ? socketIoText(m)
      : `{"type":"status","id":${m},"data":{"step":${m % 9},"ok":true}}`;
    const direction = m % 4 === 1 ? 'out' : 'in';
    const sizeBytes = text.length;
    events.push({ ...next(60 + m * 200), type: 'message', direction, format: 'text', sizeBytes, text });
  }
  const code = [1006, 1011, 4401, 1000][n % 4] ?? 1006;
  const wasClean = code !== 1006;
  events.push({ ...next(20_000), type: 'socket-close', code, reason: '', wasClean, bufferedAmount: 0 });
}

function socketIoText(m: number): string {
  if (m === 0)
    return '0{"sid":"abc","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';
  if (m === 1) return '40';
  if (m === 2) return '40{"sid":"def"}';
  if (m % 25 === 0) return m % 4 === 1 ? '3' : '2';
  return `42["status",{"id":${m},"step":${m % 9},"ok":true}]`;
}
