import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Opening, Packet, Protocol } from './protocol';
import { decodeEngineIo, isEngineIoAddress, type EnginePacket } from './reading/engine-io-packet';
import { toPackets } from './reading/engine-io-payload';
import { createStatelessReader } from './reading/reader';

/** Engine.IO by itself: the transport under Socket.IO, which some servers use without it. */
export const engineIo: Protocol = {
  id: 'engine-io',
  name: 'Engine.IO',
  recognisedBy: 'The query has `EIO=`, and the messages are no Socket.IO packets.',
  decodes:
    'Opening with its time-outs and limits, heartbeats, upgrades, the end, polls split into packets; revisions 3 and 4.',
  recognise: ({ url }) => (isEngineIoAddress(url) ? 'certain' : undefined),
  open: (opening) => createStatelessReader((message) => decode(message, opening)),
  closeCodes: [
    {
      from: 1000,
      meaning: 'python-engineio also closes with it after a missed pong and after a message over maxPayload.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 1005,
      meaning:
        'The server dropped the session without a word: its id is unknown, or has moved to another transport.',
      retry: 'yes',
      by: 'server',
    },
    { from: 1009, meaning: 'A message was larger than `maxHttpBufferSize` (1 MB if not set).', retry: 'no' },
  ],
  failures: [
    { code: '0', meaning: 'Transport unknown', retry: 'no' },
    {
      code: '1',
      meaning: 'Session ID unknown: the request reached another server than the session',
      retry: 'with-backoff',
    },
    { code: '2', meaning: 'Bad handshake method: a session must begin with GET', retry: 'no' },
    { code: '3', meaning: 'Bad request: often a proxy that drops the Upgrade header', retry: 'no' },
    { code: '4', meaning: 'Forbidden by `allowRequest`', retry: 'after-renewal' },
    { code: '5', meaning: 'Unsupported protocol version: `allowEIO3` lets old clients in', retry: 'no' },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'Revision 4: the server pings every pingInterval (25 s), the client closes after pingInterval + pingTimeout (45 s) without one; revision 3: the client pings.',
  },
  reconnects: [],
  testedWith: ['engine.io 6, 4 and 3 as in Socket.IO 4, 3 and 2', 'python-engineio texts'],
};

function decode(message: MessageEventRecord, { pollingSocketId }: Opening): Decoding {
  const packets: Packet[] = [];
  for (const part of toPackets(message, pollingSocketId)) {
    const packet = decodeEngineIo(part);
    if (packet === undefined) return 'unreadable';
    packets.push(toEnginePacket(packet, part));
  }
  const [first, ...others] = packets;
  return first === undefined ? 'unreadable' : [first, ...others];
}

/** One packet of the transport, in the words that all protocols share. */
export function toEnginePacket(packet: EnginePacket, message: MessageEventRecord): Packet {
  switch (packet.type) {
    case 'open': {
      const { pingIntervalMs, maxPayloadBytes } = packet.opening;
      const every = pingIntervalMs === undefined ? '' : `, ping every ${pingIntervalMs / 1_000} s`;
      const limit = maxPayloadBytes === undefined ? '' : `, at most ${maxPayloadBytes} bytes a poll`;
      return { kind: 'control', name: 'open', summary: `open${every}${limit}`, data: packet.opening };
    }
    case 'ping':
    case 'pong':
      // A probe asks over a new transport whether it works: no sign of life of the old one.
      return packet.isProbe
        ? { kind: 'control', name: packet.type, summary: `${packet.type} (probe)` }
        : { kind: packet.type, name: packet.type, summary: packet.type };
    case 'message':
      return { kind: 'data', name: 'message', summary: `message ${packet.text}`, data: packet.text };
    case 'binary':
      return { kind: 'data', name: 'message', summary: `binary message, ${packet.sizeBytes} bytes` };
    case 'close': {
      const who = message.direction === 'in' ? 'the server' : 'the client';
      return { kind: 'end', name: 'close', summary: `close: ${who} ends the session` };
    }
    case 'upgrade':
      return { kind: 'control', name: 'upgrade', summary: 'upgrade: the session moves to this transport' };
    case 'noop':
      return { kind: 'control', name: 'noop', summary: 'noop' };
  }
}
