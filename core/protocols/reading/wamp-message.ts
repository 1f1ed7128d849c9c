import type { MessageEventRecord } from '../../capture/event';
import { parseElements } from './json-fields';
import { parseMsgpack } from './msgpack';

/** By their numbers (WAMP 2, section "Message Codes"). */
const NAMES = new Map([
  [1, 'HELLO'],
  [2, 'WELCOME'],
  [3, 'ABORT'],
  [4, 'CHALLENGE'],
  [5, 'AUTHENTICATE'],
  [6, 'GOODBYE'],
  [8, 'ERROR'],
  [16, 'PUBLISH'],
  [17, 'PUBLISHED'],
  [32, 'SUBSCRIBE'],
  [33, 'SUBSCRIBED'],
  [34, 'UNSUBSCRIBE'],
  [35, 'UNSUBSCRIBED'],
  [36, 'EVENT'],
  [48, 'CALL'],
  [49, 'CANCEL'],
  [50, 'RESULT'],
  [64, 'REGISTER'],
  [65, 'REGISTERED'],
  [66, 'UNREGISTER'],
  [67, 'UNREGISTERED'],
  [68, 'INVOCATION'],
  [69, 'INTERRUPT'],
  [70, 'YIELD'],
] as const);

type Names = typeof NAMES extends Map<number, infer Name> ? Name : never;
export type WampName = Names;

/** One WAMP message: its type, and the fields after it, from a stranger. */
export interface WampMessage {
  readonly name: WampName;
  readonly fields: readonly unknown[];
}

export function wampName(code: unknown): WampName | undefined {
  return [...NAMES].find(([known]) => known === code)?.[1];
}

/** Ends each message of a batch in JSON. */
const SEPARATOR = '\x1e';

/** The messages in a WebSocket message, in order; undefined: it breaks the rules, or cannot be read from here. */
export function wampMessagesIn(
  { text, bytes, isCut }: MessageEventRecord,
  isBatched: boolean,
): readonly WampMessage[] | undefined {
  // What is cut is neither JSON nor MessagePack any more.
  if (isCut === true) return undefined;
  const arrays = text !== undefined ? arraysInText(text, isBatched) : arraysInBytes(bytes, isBatched);
  const messages: WampMessage[] = [];
  for (const array of arrays) {
    const name = wampName(array?.[0]);
    if (array === undefined || name === undefined) return undefined;
    messages.push({ name, fields: array.slice(1) });
  }
  return messages.length === 0 ? undefined : messages;
}

type Arrays = readonly (readonly unknown[] | undefined)[];

function arraysInText(text: string, isBatched: boolean): Arrays {
  if (!isBatched) return [parseElements(text)];
  const parts = text.split(SEPARATOR);
  // Each ends with it, so the last part is empty.
  return parts.pop() === '' ? parts.map((part) => parseElements(part)) : [undefined];
}

/** A batch in MessagePack has the length of each message before it, in four bytes. */
function arraysInBytes(bytes: Uint8Array | undefined, isBatched: boolean): Arrays {
  if (bytes === undefined) return [undefined];
  if (!isBatched) return [arrayIn(bytes)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const arrays: (readonly unknown[] | undefined)[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 4;
    if (start > bytes.length) return [undefined];
    const end = start + view.getUint32(at);
    if (end > bytes.length) return [undefined];
    arrays.push(arrayIn(bytes.subarray(start, end)));
    at = end;
  }
  return arrays;
}

function arrayIn(bytes: Uint8Array): readonly unknown[] | undefined {
  const value = parseMsgpack(bytes)?.value;
  return Array.isArray(value) ? value : undefined;
}
