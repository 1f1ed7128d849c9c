import type { MessageEventRecord } from '../capture/event';
import { json } from './json';
import { jsonRpc } from './json-rpc';
import { opaque } from './opaque';
import {
  FIRST_MESSAGES,
  type Decoding,
  type Opening,
  type Packet,
  type Protocol,
  type Reader,
} from './protocol';
import { parseAddress } from './reading/address';
import { identifyAmong } from './reading/identify-among';
import { createReader } from './reading/reader';
import { readSockJsFrame, unwrapSockJs } from './reading/sockjs-frame';
import { stomp } from './stomp';

/** What is spoken inside a session: its own address and subprotocol say nothing of it, only its messages do. */
const INNER: readonly Protocol[] = [stomp, jsonRpc, json];

export const sockJs: Protocol = {
  id: 'sockjs',
  name: 'SockJS',
  recognisedBy:
    'A path that ends in `/<server>/<session>/websocket`, with `o` as the first message; before there is one, a server of three digits and a session of eight characters.',
  decodes:
    'Opening, heartbeats, the end with its code, and the messages inside, which are read by the protocol that they show themselves to be.',
  recognise({ url, firstMessages }) {
    const address = parseAddress(url);
    // Phoenix has addresses of the same form.
    const [, server = '', session = ''] = /\/([^/.]+)\/([^/.]+)\/websocket$/.exec(address?.path ?? '') ?? [];
    if (session === '' || address?.query.has('vsn') === true) return undefined;
    const isUsual = /^\d{3}$/.test(server) && /^[a-z0-9_]{8}$/.test(session);
    const first = firstMessages.find(({ direction }) => direction === 'in');
    if (first === undefined) return isUsual ? 'certain' : undefined;
    if (first.text === 'o') return 'certain';
    // Seen from its middle on: any frame will do where the address speaks for it.
    return isUsual && readSockJsFrame(first) !== undefined ? 'certain' : undefined;
  },
  open: (opening) => createReader<Memory>(undefined, (message, memory) => read(message, memory, opening)),
  closeCodes: [
    {
      from: 1000,
      meaning:
        'sockjs-node ends every WebSocket with it: what the session ended with stands in the `c` frame before.',
      retry: 'unknown',
      by: 'server',
    },
    {
      from: 1002,
      meaning: 'Connection interrupted: the last one of this session broke off.',
      retry: 'with-backoff',
      by: 'server',
    },
    {
      from: 2010,
      meaning: 'Another connection of the same session is still open.',
      retry: 'with-backoff',
      by: 'server',
    },
    {
      from: 3000,
      meaning:
        'The application ended the session ("Go away!"), or the server got no answer to its heartbeat for 10 s.',
      retry: 'unknown',
      by: 'server',
    },
  ],
  failures: [
    { code: '1002', meaning: 'The last connection of this session broke off', retry: 'with-backoff' },
    { code: '2010', meaning: 'Another connection of the same session is still open', retry: 'with-backoff' },
    {
      code: '3000',
      meaning: 'The application, or the server for want of a heartbeat, ended it',
      retry: 'unknown',
    },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 25_000,
    deadAfterMs: 'not-set',
    note: 'Some servers (Spring) send `h`, which nobody answers; sockjs-node pings below the messages, where a page does not see it, and ends the session if nothing answers for 10 s. The client does not mind if either stays away.',
  },
  reconnects: [
    {
      client: 'sockjs-client 1.6.1',
      waits: { kind: 'never' },
      jitter: 0,
      attempts: 0,
      note: 'It tries its other transports only until the first one is open; after that the application must make a new SockJS.',
    },
  ],
  testedWith: ['sockjs 0.3.24 with sockjs-client 1.6.1'],
};

/** Reads what is inside; undefined: nothing has been said inside yet. */
type Memory = Reader | undefined;

function read(message: MessageEventRecord, before: Memory, opening: Opening) {
  const frame = readSockJsFrame(message);
  if (frame === undefined) return { decoding: 'unreadable' as const, memory: before };
  switch (frame.type) {
    case 'open':
      return packet(before, { kind: 'control', name: 'open', summary: 'open' });
    case 'heartbeat':
      return packet(before, { kind: 'keep-alive', name: 'heartbeat', summary: 'heartbeat' });
    case 'close': {
      const { code, reason } = frame;
      const summary = `close ${code}: ${reason === '' ? 'no reason given' : reason}`;
      const failure = { code: String(code), message: reason };
      return packet(before, { kind: 'end', name: 'close', summary, failure });
    }
    case 'messages':
      return readInside(message, before, opening);
  }
}

function readInside(message: MessageEventRecord, before: Memory, opening: Opening) {
  const messages = unwrapSockJs(message);
  if (messages.length === 0)
    return packet(before, { kind: 'control', name: 'messages', summary: 'no messages' });
  let memory = before ?? openInner(messages, opening);
  const packets: Packet[] = [];
  let isReadable = true;
  for (const inner of messages) {
    const { decoding, next } = memory.read(inner);
    memory = next;
    if (decoding === 'unreadable') isReadable = false;
    else packets.push(...(decoding === 'not-mine' ? plain(inner) : decoding));
  }
  const [first, ...others] = packets;
  const decoding: Decoding = first === undefined || !isReadable ? 'unreadable' : [first, ...others];
  return { decoding, memory };
}

/** By the first messages of the connection, or, where those held none, by these. */
function openInner(messages: readonly MessageEventRecord[], opening: Opening): Reader {
  const known = opening.firstMessages.flatMap(unwrapSockJs);
  const firstMessages = (known.length > 0 ? known : messages).slice(0, FIRST_MESSAGES);
  const inner = { url: opening.url, offered: [], accepted: '', firstMessages, pollingSocketId: undefined };
  return (identifyAmong(INNER, inner) ?? opaque).open(inner);
}

function plain(message: MessageEventRecord): readonly Packet[] {
  return [{ kind: 'data', name: 'message', summary: message.text ?? '' }];
}

function packet(memory: Memory, one: Packet): { readonly decoding: Decoding; readonly memory: Memory } {
  return { decoding: [one], memory };
}
