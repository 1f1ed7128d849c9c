import { createByteCursor, type ByteCursor } from './byte-cursor';
import { parseJson } from './json-fields';

/** What goes between Yjs documents, in y-websocket and in Hocuspocus alike. */
export type YjsPacket =
  /** What this side has got: the other answers with what is missing. */
  | { readonly type: 'sync step 1' }
  | { readonly type: 'sync step 2' | 'update'; readonly sizeBytes: number }
  /** Who is there, and what each tells of itself; null: gone. By client. */
  | { readonly type: 'awareness'; readonly states: readonly (readonly [client: number, state: unknown])[] }
  | { readonly type: 'query awareness' };

/** lib0 writes numbers of up to 53 bits. */
const VARINT_BYTES = 8;
/** So many clients of one awareness message are read. Our choice. */
const CLIENTS_LIMIT = 1_000;

export function readVarint(cursor: ByteCursor): number {
  return cursor.varint(VARINT_BYTES);
}
/** Its length in bytes stands before it. */
export function readVarText(cursor: ByteCursor): string {
  return cursor.text(readVarint(cursor));
}

/** Reads what follows a message type of 0 (y-protocols, sync). Undefined: there is no such step. */
export function readSync(cursor: ByteCursor): YjsPacket | undefined {
  const step = readVarint(cursor);
  const sizeBytes = readVarint(cursor);
  const body = cursor.bytes(sizeBytes);
  switch (step) {
    case 0:
      return isStateVector(body) ? { type: 'sync step 1' } : undefined;
    case 1:
      return { type: 'sync step 2', sizeBytes };
    case 2:
      return { type: 'update', sizeBytes };
    default:
      return undefined;
  }
}

/** Reads what follows a message type of 1 (y-protocols, awareness). */
export function readAwareness(cursor: ByteCursor): YjsPacket | undefined {
  const inner = createByteCursor(cursor.bytes(readVarint(cursor)));
  const count = readVarint(inner);
  const states: (readonly [number, unknown])[] = [];
  for (let index = 0; index < count; index += 1) {
    if (inner.isShort()) return undefined;
    const client = readVarint(inner);
    // The clock: how often this client has told of itself.
    readVarint(inner);
    const text = readVarText(inner);
    const state = parseJson(text);
    if (state === undefined) return undefined;
    if (index < CLIENTS_LIMIT) states.push([client, state.value]);
  }
  return inner.isShort() || inner.leftBytes > 0 ? undefined : { type: 'awareness', states };
}

/** How much this side has of each client: a count, and pairs of numbers. */
function isStateVector(bytes: Uint8Array): boolean {
  const cursor = createByteCursor(bytes);
  const count = readVarint(cursor);
  if (count * 2 > cursor.leftBytes) return false;
  for (let index = 0; index < count; index += 1) {
    readVarint(cursor);
    readVarint(cursor);
  }
  return !cursor.isShort() && cursor.leftBytes === 0;
}
