import type { MessageEventRecord } from '../../capture/event';
import { numberOf, parseElements, parseJson, textOf } from './json-fields';

/** What one WebSocket message of a SockJS session is: https://github.com/sockjs/sockjs-protocol, "Framing". */
export type SockJsFrame =
  | { readonly type: 'open' | 'heartbeat' }
  /** What the application said, as it said it. */
  | { readonly type: 'messages'; readonly texts: readonly string[] }
  | { readonly type: 'close'; readonly code: number; readonly reason: string };

/** Undefined: no frame, or one that was cut. */
export function readSockJsFrame({ text, direction }: MessageEventRecord): SockJsFrame | undefined {
  if (text === undefined) return undefined;
  // The client only sends messages, and has no letter for them.
  if (direction === 'out') return toMessages(parseJson(text)?.value);
  switch (text[0]) {
    case 'o':
      return text === 'o' ? { type: 'open' } : undefined;
    case 'h':
      return text === 'h' ? { type: 'heartbeat' } : undefined;
    case 'a':
      return toMessages(parseElements(text.slice(1)));
    case 'm':
      return toMessages(textOf(parseJson(text.slice(1))?.value));
    case 'c': {
      const [code, reason] = parseElements(text.slice(1)) ?? [];
      const number = numberOf(code);
      return number === undefined ? undefined : { type: 'close', code: number, reason: textOf(reason) ?? '' };
    }
    case undefined:
    default:
      return undefined;
  }
}

/** One text or an array of them; an empty array is a frame without content, which some servers send. */
function toMessages(value: unknown): SockJsFrame | undefined {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = elements.filter((element) => typeof element === 'string');
  return texts.length === elements.length ? { type: 'messages', texts } : undefined;
}

/** The messages of the application inside, each as if it had gone over the wire by itself. */
export function unwrapSockJs(message: MessageEventRecord): readonly MessageEventRecord[] {
  const frame = readSockJsFrame(message);
  if (frame?.type !== 'messages') return [];
  return frame.texts.map((text) => ({ ...message, text, sizeBytes: text.length }));
}
