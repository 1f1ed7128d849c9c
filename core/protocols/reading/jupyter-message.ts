import type { MessageEventRecord } from '../../capture/event';
import { fieldsOf, parseJson, textOf, type JsonFields } from './json-fields';

/** One message between a front end and a kernel: https://jupyter-client.readthedocs.io/en/stable/messaging.html */
export interface JupyterMessage {
  readonly type: string;
  readonly id: string | undefined;
  /** Of the message that this one answers or reports on. */
  readonly parentId: string | undefined;
  /** `shell`, `control`, `stdin` or `iopub`. */
  readonly channel: string | undefined;
  readonly content: JsonFields | undefined;
  readonly bufferCount: number;
}

/** Undefined: it breaks the rules of its form, or was cut. */
export function readJupyter(message: MessageEventRecord, isV1: boolean): JupyterMessage | undefined {
  const { text, bytes } = message;
  if (text !== undefined) return isV1 ? undefined : fromJson(text, 0);
  if (bytes === undefined) return undefined;
  return isV1 ? fromV1(bytes) : fromBinary(bytes);
}

function fromJson(text: string, bufferCount: number): JupyterMessage | undefined {
  const fields = fieldsOf(parseJson(text)?.value);
  if (fields === undefined) return undefined;
  return toMessage(
    fieldsOf(fields.get('header')),
    fieldsOf(fields.get('parent_header')),
    textOf(fields.get('channel')),
    fieldsOf(fields.get('content')),
    bufferCount,
  );
}

/** How many parts a binary message may have: far more than any widget sends, and little to walk through. */
const MOST_PARTS = 10_000;

/** Without a subprotocol: a count and that many offsets, four bytes each, big-endian; the JSON; the buffers. */
function fromBinary(bytes: Uint8Array): JupyterMessage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return undefined;
  const count = view.getUint32(0);
  if (count < 1 || count > MOST_PARTS || bytes.length < 4 * (count + 1)) return undefined;
  const start = view.getUint32(4);
  const end = count > 1 ? view.getUint32(8) : bytes.length;
  return start > end || end > bytes.length ? undefined : fromJson(decode(bytes, start, end), count - 1);
}

/** With it: a count and that many offsets, eight bytes each, little-endian; channel, four JSON texts, buffers. */
function fromV1(bytes: Uint8Array): JupyterMessage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return undefined;
  const count = Number(view.getBigUint64(0, true));
  // Where each of the five parts begins, and where the last one ends.
  if (count < 6 || count > MOST_PARTS || bytes.length < 8 * (count + 1)) return undefined;
  const parts: string[] = [];
  for (let part = 0; part < 5; part += 1) {
    const start = Number(view.getBigUint64(8 * (part + 1), true));
    const end = Number(view.getBigUint64(8 * (part + 2), true));
    if (start > end || end > bytes.length) return undefined;
    parts.push(decode(bytes, start, end));
  }
  const [channel, header = '', parent = '', , content = ''] = parts;
  return toMessage(fieldsIn(header), fieldsIn(parent), channel, fieldsIn(content), count - 6);
}

function toMessage(
  header: JsonFields | undefined,
  parent: JsonFields | undefined,
  channel: string | undefined,
  content: JsonFields | undefined,
  bufferCount: number,
): JupyterMessage | undefined {
  const type = textOf(header?.get('msg_type'));
  if (type === undefined) return undefined;
  return {
    type,
    id: textOf(header?.get('msg_id')),
    parentId: textOf(parent?.get('msg_id')),
    channel,
    content,
    bufferCount,
  };
}

function fieldsIn(text: string): JsonFields | undefined {
  return fieldsOf(parseJson(text)?.value);
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
