import type { HangupEvent } from '../../core/capture/event';

const URL_A = 'ws://server.test/a';
let seq = 0;
type Part<Type extends HangupEvent['type']> = Partial<Extract<HangupEvent, { type: Type }>>;

/** Whose event it is, and when. */
function from<Source extends HangupEvent['source']>(
  source: Source,
  streamId: string,
  socketId: number,
  timeMs: number,
) {
  return { source, streamId, seq: (seq += 1), timeMs, socketId };
}

export function constructed(
  socketId: number,
  timeMs: number,
  part: Part<'socket-constructed'> = {},
): HangupEvent {
  return {
    type: 'socket-constructed',
    ...from('page-hook', 'page', socketId, timeMs),
    url: URL_A,
    protocols: [],
    ...part,
  };
}
export function opened(socketId: number, timeMs: number): HangupEvent {
  return {
    type: 'socket-open',
    ...from('page-hook', 'page', socketId, timeMs),
    protocol: '',
    extensions: '',
  };
}
export function closed(socketId: number, timeMs: number, code = 1006): HangupEvent {
  return {
    type: 'socket-close',
    ...from('page-hook', 'page', socketId, timeMs),
    code,
    reason: '',
    wasClean: false,
    bufferedAmount: 0,
  };
}
export function logged(socketId: number, timeMs: number, part: Part<'handshake'>): HangupEvent {
  return {
    type: 'handshake',
    ...from('network-log', 'log', socketId, timeMs),
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
