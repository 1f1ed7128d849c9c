import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { parseAddress } from './reading/address';
import {
  fieldsOf,
  idOf,
  numberOf,
  parseFields,
  parseJson,
  textOf,
  type JsonFields,
} from './reading/json-fields';
import { PUSHER_CLOSE_CODES, PUSHER_FAILURES } from './reading/pusher-codes';
import { createStatelessReader } from './reading/reader';

export const pusher: Protocol = {
  id: 'pusher',
  name: 'Pusher Channels',
  recognisedBy:
    'A path that ends in `/app/<key>` with `protocol=` in the query, or the first message `pusher:connection_established`.',
  decodes:
    'Opening, heartbeats, subscriptions with their answers and time, sign-in, errors with their code, events of channels; Pusher, Reverb and Soketi alike.',
  recognise({ url, firstMessages }) {
    const address = parseAddress(url);
    if (address !== undefined && /\/app\/[^/]+$/.test(address.path) && address.query.has('protocol'))
      return 'certain';
    const first = firstMessages.find(({ direction }) => direction === 'in');
    return parseFields(first?.text)?.get('event') === 'pusher:connection_established' ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decode),
  closeCodes: PUSHER_CLOSE_CODES,
  failures: PUSHER_FAILURES,
  heartbeat: {
    sentBy: 'both',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'After `activity_timeout` (at most 120 s; Reverb and Soketi say 30 s) of silence the client sends `pusher:ping`, and opens the connection anew if nothing comes within 30 s; Reverb pings silent clients itself.',
  },
  reconnects: [
    {
      client: 'pusher-js 8.6',
      waits: { kind: 'list', ms: [1_000] },
      jitter: 0,
      attempts: undefined,
      note: 'At once after 4000 (then over TLS), after 4200 to 4299 and after an unanswered ping. Never after 4001 to 4099 or 4300 and above: it calls them refused.',
    },
  ],
  testedWith: ['pusher-js 8.6.0 (what it writes, recorded)', 'Pusher, Reverb and Soketi texts'],
};

function decode({ text }: MessageEventRecord): Decoding {
  const fields = parseFields(text);
  const event = textOf(fields?.get('event'));
  return fields === undefined || event === undefined ? 'unreadable' : [toPacket(event, fields)];
}

function toPacket(event: string, fields: JsonFields): Packet {
  const value = dataOf(fields.get('data'));
  const data = fieldsOf(value);
  const channel = textOf(fields.get('channel')) ?? textOf(data?.get('channel'));
  const common = { name: event, data: value, ...(channel !== undefined && { channel }) };
  const where = channel ?? 'a channel';
  switch (event) {
    case 'pusher:connection_established': {
      const timeout = numberOf(data?.get('activity_timeout'));
      const every = timeout === undefined ? '' : `, ping after ${timeout} s of silence`;
      return { ...common, kind: 'control', summary: `connection established${every}` };
    }
    case 'pusher:ping':
      return { ...common, kind: 'ping', summary: 'ping' };
    case 'pusher:pong':
      return { ...common, kind: 'pong', summary: 'pong' };
    case 'pusher:signin':
      // `auth` is a signature, here and in a subscription: it stays out of the line.
      return { ...common, kind: 'request', summary: 'sign in', callId: 'sign in' };
    case 'pusher:signin_success':
      return { ...common, kind: 'response', summary: 'signed in', replyTo: 'sign in' };
    case 'pusher:subscribe':
      return { ...common, kind: 'request', summary: `subscribe to ${where}`, callId: `subscribe ${where}` };
    case 'pusher:unsubscribe':
      return { ...common, kind: 'control', summary: `unsubscribe from ${where}` };
    case 'pusher_internal:subscription_succeeded':
      return {
        ...common,
        kind: 'response',
        summary: `subscribed to ${where}`,
        replyTo: `subscribe ${where}`,
      };
    case 'pusher:subscription_error':
    case 'pusher_internal:subscription_error':
      return {
        ...common,
        kind: 'response',
        replyTo: `subscribe ${where}`,
        ...failed(`subscription to ${where} refused`, data),
      };
    case 'pusher:error':
      return { ...common, kind: 'error', ...failed('error', data) };
    default: {
      const within = channel === undefined ? '' : ` in ${channel}`;
      // Members that come and go, counts, missed caches: the protocol's own, but told by the server.
      return { ...common, kind: 'event', summary: `event ${event}${within}` };
    }
  }
}

/** Pusher and Reverb write `message` and `code`, refused subscriptions `error` and `status`. */
function failed(what: string, data: JsonFields | undefined): Pick<Packet, 'summary' | 'failure'> {
  const code = idOf(data?.get('code')) ?? idOf(data?.get('status'));
  const message = textOf(data?.get('message')) ?? textOf(data?.get('error')) ?? '';
  const number = code === undefined ? '' : ` (${code})`;
  return {
    summary: `${what}: ${message === '' ? 'no reason given' : message}${number}`,
    failure: { message, ...(code !== undefined && { code }) },
  };
}

/** `data` is JSON inside the JSON, except in what clients and some servers send. */
function dataOf(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value)?.value ?? value) : value;
}
