import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { createByteCursor } from './reading/byte-cursor';
import { createStatelessReader } from './reading/reader';
import { readAwareness, readSync, readVarint, readVarText } from './reading/yjs-packet';
import { toYjsWords } from './reading/yjs-words';

export const yWebsocket: Protocol = {
  id: 'y-websocket',
  name: 'y-websocket',
  recognisedBy:
    'Every one of the first messages is a whole message of y-protocols, and one of them is sync step 1.',
  decodes: 'Sync steps paired, updates with their size, awareness with its states, a refused permission.',
  recognise({ firstMessages }) {
    const packets = firstMessages.map((message) => decode(message));
    const isAll = packets.every((decoding) => typeof decoding !== 'string');
    const begins = packets.some(
      (decoding) => typeof decoding !== 'string' && decoding[0].name === 'sync step 1',
    );
    return isAll && begins ? 'likely' : undefined;
  },
  open: () => createStatelessReader(decode),
  closeCodes: [
    {
      from: 4400,
      to: 4499,
      meaning: "The server's decision, as HTTP's 4xx: the client does not come back (since 3.1).",
      retry: 'no',
      by: 'server',
    },
    {
      from: 4500,
      to: 4599,
      meaning: "The server's trouble, as HTTP's 5xx: the client comes back.",
      retry: 'with-backoff',
      by: 'server',
    },
  ],
  failures: [{ code: 'permission-denied', meaning: 'The server refused this document', retry: 'no' }],
  heartbeat: {
    sentBy: 'client',
    everyMs: 15_000,
    deadAfterMs: 30_000,
    note: 'There is none of its own: each client tells its awareness every 15 s and the server repeats it to all. The client closes after 30 s without any message, which a server that does not repeat brings about.',
  },
  reconnects: [
    {
      client: 'y-websocket 3.1.0',
      waits: { kind: 'growing', firstMs: 200, factor: 2, maxMs: 2_500 },
      jitter: 0,
      attempts: undefined,
      note: 'Not after 4400 to 4499 (since 3.1); the wait grows until a connection has synced.',
    },
  ],
  testedWith: ['y-websocket 3.1.0 and yjs 13.6.33'],
};

/** A number for the type, then its content, to the end of the message. */
function decode({ bytes, isCut, format }: MessageEventRecord): Decoding {
  if (format === 'text') return 'not-mine';
  if (bytes === undefined || isCut === true) return 'unreadable';
  const cursor = createByteCursor(bytes);
  const type = readVarint(cursor);
  // Applications add types of their own.
  if (cursor.isShort() || type > 3) return 'not-mine';
  const packet = readContent(type, cursor);
  return packet === undefined || cursor.isShort() || cursor.leftBytes > 0 ? 'unreadable' : [packet];
}

function readContent(type: number, cursor: ReturnType<typeof createByteCursor>): Packet | undefined {
  switch (type) {
    case 0: {
      const sync = readSync(cursor);
      return sync && toYjsWords(sync, undefined);
    }
    case 1: {
      const awareness = readAwareness(cursor);
      return awareness && toYjsWords(awareness, undefined);
    }
    case 2: {
      if (readVarint(cursor) !== 0) return undefined;
      const message = readVarText(cursor);
      const failure = { code: 'permission-denied', message };
      const summary = `permission denied: ${message === '' ? 'no reason given' : message}`;
      return { kind: 'error', name: 'permission denied', summary, failure };
    }
    default:
      return toYjsWords({ type: 'query awareness' }, undefined);
  }
}
