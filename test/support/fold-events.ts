import type { HangupEvent } from '../../core/capture/event';

const URL_A = 'ws://server.test/a';
let seq = 0;
type Part<Type extends HangupEvent['type']> = Partial<Extract<HangupEvent, { type: Type }>>;

export function constructed(
  socketId: number,
  timeMs: number,
  part: Part<'socket-constructed'> = {},
): HangupEvent {
  return {
    type: 'socket-constructed',
    source: 'page-hook',
    streamId: 'page',
    seq: (seq += 1),
    timeMs,
    socketId,
    url: URL_A,
    protocols: [],
    ...part,
  };
}
export function opened(socketId: number, timeMs: number): HangupEvent {
  return {
    type: 'socket-open',
    source: 'page-hook',
    streamId: 'page',
    seq: (seq += 1),
    timeMs,
    socketId,
    protocol: '',
    extensions: '',
  };
}
export function closed(socketId: number, timeMs: number, code = 1006): HangupEvent {
  return {
    type: 'socket-close',
    source: 'page-hook',
    streamId: 'page',
    seq: (seq += 1),
    timeMs,
    socketId,
    code,
    reason: '',
    wasClean: false,
    bufferedAmount: 0,
  };
}
export function logged(socketId: number, timeMs: number, part: Part<'handshake'>): HangupEvent {
  return {
    type: 'handshake',
    source: 'network-log',
    streamId: 'log',
    seq: (seq += 1),
    timeMs,
    socketId,
    url: URL_A,
    ...part,
  };
}
export function requested(
  socketId: number,
  startedMs: number,
  endedMs: number,
  part: Part<'handshake'>,
): HangupEvent {
  return {
    ...logged(socketId, endedMs, part),
    source: 'web-request',
    streamId: 'requests',
    startedMs,
    endedMs,
  } as HangupEvent;
}
