import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { createByteCursor } from './reading/byte-cursor';
import { readHocuspocus } from './reading/hocuspocus-packet';
import { createStatelessReader } from './reading/reader';
import { readVarint, readVarText } from './reading/yjs-packet';

export const hocuspocus: Protocol = {
  id: 'hocuspocus',
  name: 'Hocuspocus',
  recognisedBy:
    'Every one of the first messages is a whole message of Hocuspocus, and one of the client sends a token or begins to sync.',
  decodes:
    'Of each document: login and its answer, sync steps paired, updates, awareness, stateless messages, the end; pings.',
  recognise({ firstMessages }) {
    const packets = firstMessages.map((message) => decode(message));
    const isAll = packets.every((decoding) => typeof decoding !== 'string');
    const begins = packets.some(
      (decoding, index) =>
        typeof decoding !== 'string' &&
        firstMessages[index]?.direction === 'out' &&
        ['login', 'sync step 1'].includes(decoding[0].name),
    );
    return isAll && begins ? 'likely' : undefined;
  },
  open: () => createStatelessReader(decode),
  closeCodes: [
    { from: 1009, meaning: 'A message was too large.', retry: 'no', by: 'server' },
    {
      from: 4205,
      meaning: 'Reset connection: the server could not go on, or wants this client to begin anew.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 4401,
      meaning: 'Unauthorized: the login failed, or a message could not be read.',
      retry: 'after-renewal',
      by: 'server',
    },
    { from: 4403, meaning: 'Forbidden: this document is not for this client.', retry: 'no', by: 'server' },
    {
      from: 4408,
      meaning: 'Connection timeout: no message, or no login, for too long (60 s if not set).',
      retry: 'yes',
    },
  ],
  failures: [
    {
      code: 'permission-denied',
      meaning: '`onAuthenticate` of the server refused this document',
      retry: 'after-renewal',
    },
  ],
  heartbeat: {
    sentBy: 'client',
    everyMs: 15_000,
    deadAfterMs: 30_000,
    note: 'Awareness every 15 s, repeated by the server. The client closes after 30 s without any message, the server with 4408 after its timeout (60 s if not set). Some versions of the server also ping.',
  },
  reconnects: [
    {
      client: 'Hocuspocus provider 4.5.0',
      waits: { kind: 'growing', firstMs: 1_000, factor: 2, maxMs: 30_000 },
      jitter: 1,
      attempts: undefined,
      note: 'After every close that the page did not ask for, 4401 and 4403 included; never less than 1 s.',
    },
  ],
  testedWith: ['frames of y-protocols and lib0, as the provider 4.5.0 writes them'],
};

/** The document's name, a number for the type, then its content, to the end of the message. */
function decode({ bytes, isCut, format, direction }: MessageEventRecord): Decoding {
  if (format === 'text') return 'not-mine';
  if (bytes === undefined || isCut === true) return 'unreadable';
  if (bytes.length === 1) return heartbeatIn(bytes);
  const cursor = createByteCursor(bytes);
  // With several providers for one document, a session follows after NUL.
  const document = readVarText(cursor).replace(/\0.*$/s, '');
  const type = readVarint(cursor);
  if (cursor.isShort()) return 'not-mine';
  const packet = readHocuspocus(type, cursor, document, direction);
  return packet === undefined || cursor.isShort() || cursor.leftBytes > 0 ? 'unreadable' : [packet];
}

/** These two have no document. */
function heartbeatIn(bytes: Uint8Array): Decoding {
  const packets: Readonly<Record<number, Packet>> = {
    9: { kind: 'ping', name: 'ping', summary: 'ping' },
    10: { kind: 'pong', name: 'pong', summary: 'pong' },
  };
  const packet = packets[bytes[0] ?? 0];
  return packet === undefined ? 'not-mine' : [packet];
}
