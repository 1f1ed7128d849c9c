import { charCodeAt, stringIndexOf } from './primordials';
import type { MessageBody } from './message-body';

/** A message longer than this is never a control packet worth keeping apart. */
const CONTROL_LIMIT = 8_192;
/**
 * Each direction's first messages tell the protocol and carry its log-in, so they are kept like control; a socket's
 * last words become control when it ends (`Recorder.lastWords`). Our choice.
 */
const FIRST_MESSAGES = 3;
/** But only short ones: a storm of reconnects must not fill the journal with greetings. */
const FIRST_MESSAGE_LIMIT = 1_024;

/** Tells which messages are so few and so telling that they are forwarded even when nobody watches. */
export interface ControlFilter {
  isControl(isOut: boolean, body: MessageBody): boolean;
}

export function createControlFilter(url: string): ControlFilter {
  const isEngineIo = stringIndexOf(url, ['EIO=']) !== -1;
  let seenIn = 0;
  let seenOut = 0;
  return {
    isControl(isOut, { sizeBytes, text, blob }) {
      const seen = isOut ? (seenOut += 1) : (seenIn += 1);
      if (sizeBytes > CONTROL_LIMIT) return false;
      // Control is forwarded at once, and a Blob cannot be: extension ports lose it.
      if (seen <= FIRST_MESSAGES && sizeBytes <= FIRST_MESSAGE_LIMIT) return blob === undefined;
      return isEngineIo && text !== undefined && isEngineIoControl(text);
    },
  };
}

/**
 * Engine.IO packets other than messages (first digit not 4), and of the messages the Socket.IO packets CONNECT (0),
 * DISCONNECT (1) and CONNECT_ERROR (4). https://socket.io/docs/v4/engine-io-protocol/ , .../socket-io-protocol/
 */
function isEngineIoControl(text: string): boolean {
  const engine = charCodeAt(text, [0]) - ZERO;
  if (engine !== 4) return engine >= 0 && engine <= 6;
  const socket = charCodeAt(text, [1]) - ZERO;
  return socket === 0 || socket === 1 || socket === 4;
}
const ZERO = 48;
