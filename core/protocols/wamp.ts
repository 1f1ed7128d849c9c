import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Opening, Packet, Protocol } from './protocol';
import { fieldsOf, idOf, textOf } from './reading/json-fields';
import { createReader } from './reading/reader';
import { wampFailures } from './reading/wamp-failures';
import { wampMessagesIn, type WampMessage } from './reading/wamp-message';
import { ASKED, toWampWords, type WampState } from './reading/wamp-words';

export const wamp: Protocol = {
  id: 'wamp',
  name: 'WAMP',
  recognisedBy:
    'The subprotocol begins with `wamp.2.`, or the first message of the client is a HELLO with roles.',
  decodes:
    'All messages of version 2 in JSON and MessagePack, batched or not; calls, registrations and subscriptions paired with their answers, ABORT and GOODBYE with their reason. CBOR and Flatbuffers are told as unreadable.',
  recognise,
  open: ({ accepted, offered }) => {
    const isBatched = (accepted === '' ? (offered[0] ?? '') : accepted).endsWith('.batched');
    return createReader<WampState>(NOTHING_SAID, (message, state) => read(message, state, isBatched));
  },
  closeCodes: [],
  failures: wampFailures,
  heartbeat: undefined,
  reconnects: [
    {
      client: 'AutobahnJS 26.3.1',
      waits: { kind: 'growing', firstMs: 1_500, factor: 1.5, maxMs: 300_000 },
      jitter: 0.1,
      attempts: 15,
      note: 'Not after ABORT or GOODBYE, whoever said it; chance is a normal distribution and adds up from wait to wait.',
    },
  ],
  testedWith: ['messages as in the specification'],
};

function recognise({ offered, accepted, firstMessages }: Opening) {
  if (accepted.startsWith('wamp.2.') || firstMessages.some(isHello)) return 'certain';
  const mayBe = accepted === '' && firstMessages.length === 0;
  return mayBe && offered.some((name) => name.startsWith('wamp.2.')) ? 'likely' : undefined;
}

function isHello(message: MessageEventRecord): boolean {
  if (message.direction !== 'out') return false;
  const isBatched = message.text?.endsWith('\x1e') ?? false;
  const [first] = wampMessagesIn(message, isBatched) ?? [];
  const roles = fieldsOf(fieldsOf(first?.fields[1])?.get('roles'));
  return first?.name === 'HELLO' && textOf(first.fields[0]) !== undefined && roles !== undefined;
}

const NOTHING_SAID: WampState = { isJoined: false, uris: new Map() };
/** Each new one copies the list: who subscribes to more of them sees numbers instead of names. Our choice. */
const URI_LIMIT = 300;

function read(message: MessageEventRecord, before: WampState, isBatched: boolean) {
  const messages = wampMessagesIn(message, isBatched);
  if (messages === undefined) return { decoding: 'unreadable' as const, memory: before };
  let memory = before;
  const packets: Packet[] = [];
  for (const one of messages) {
    packets.push(toWampWords(one, message, memory));
    memory = remember(one, memory);
  }
  const [first, ...others] = packets;
  const decoding: Decoding = first === undefined ? 'unreadable' : [first, ...others];
  return { decoding, memory };
}

/** SUBSCRIBE names a topic, SUBSCRIBED gives it a number, and EVENT says the number alone. */
function remember({ name, fields }: WampMessage, state: WampState): WampState {
  const request = idOf(fields[0]) ?? '';
  if (name === 'WELCOME') return { ...state, isJoined: true };
  if (name === 'SUBSCRIBE' || name === 'REGISTER') {
    const uri = textOf(fields[2]);
    if (uri === undefined || state.uris.size >= URI_LIMIT) return state;
    return { ...state, uris: new Map(state.uris).set(`${name} ${request}`, uri) };
  }
  if (name !== 'SUBSCRIBED' && name !== 'REGISTERED') return state;
  const asked = `${ASKED[name]} ${request}`;
  const uri = state.uris.get(asked);
  if (uri === undefined) return state;
  const uris = new Map(state.uris).set(`${name} ${idOf(fields[1]) ?? ''}`, uri);
  uris.delete(asked);
  return { ...state, uris };
}
