import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { idOf, parseFields, parseJson, textOf, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

/** Rails' own, and the one of AnyCable, which adds to it. */
const SUBPROTOCOLS = ['actioncable-v1-json', 'actioncable-v1-ext-json'];

export const actionCable: Protocol = {
  id: 'action-cable',
  name: 'Action Cable',
  recognisedBy:
    "The subprotocol `actioncable-v1-json`, or AnyCable's `actioncable-v1-ext-json`; where a client asks for none: `welcome` before anything else.",
  decodes:
    'Welcome and heartbeats, subscriptions with their answers and time, actions and messages of a channel, why the server disconnects.',
  recognise({ offered, accepted, firstMessages }) {
    if (SUBPROTOCOLS.includes(accepted)) return 'certain';
    if (accepted !== '') return undefined;
    if (offered.some((one) => SUBPROTOCOLS.includes(one))) return 'certain';
    const [first] = firstMessages;
    return first?.direction === 'in' && parseFields(first.text)?.get('type') === 'welcome'
      ? 'likely'
      : undefined;
  },
  open: () => createStatelessReader(decode),
  closeCodes: [
    {
      from: 1000,
      meaning:
        'Rails ends every connection with it: `disconnect` before it says why, unless the server was killed.',
      retry: 'unknown',
      by: 'server',
    },
  ],
  failures: [
    {
      code: 'unauthorized',
      meaning: 'The connection called `reject_unauthorized_connection`',
      retry: 'after-renewal',
    },
    { code: 'invalid_request', meaning: 'The request or its origin is not allowed', retry: 'no' },
    { code: 'server_restart', meaning: 'The server restarts', retry: 'yes' },
    { code: 'remote', meaning: 'The application disconnected it (`remote_connections`)', retry: 'unknown' },
    {
      code: 'token_expired',
      meaning: 'AnyCable: the token in the address has expired',
      retry: 'after-renewal',
    },
    { code: 'no_pong', meaning: 'AnyCable: the client did not answer a ping', retry: 'yes' },
    { code: 'idle_timeout', meaning: 'AnyCable: nothing was said for too long', retry: 'yes' },
    { code: 'reject_subscription', meaning: 'The channel refused the subscription', retry: 'no' },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 3_000,
    deadAfterMs: 6_000,
    note: 'The server sends a ping that nobody answers; after 6 s without any message the client opens the connection anew.',
  },
  reconnects: [
    {
      client: '@rails/actioncable 8.1.4',
      waits: { kind: 'growing', firstMs: 6_000, factor: 1.15, maxMs: 24_273 },
      jitter: 0.15,
      attempts: undefined,
      note: 'The first wait is 6 s to 12 s, later ones only ever grow by chance; at once when the page becomes visible. Not after `"reconnect": false`, nor where the server takes none of its subprotocols.',
    },
  ],
  testedWith: ['Rails 6.1.7 (actioncable behind Puma), recorded', 'AnyCable texts'],
};

function decode({ text }: MessageEventRecord): Decoding {
  const fields = parseFields(text);
  if (fields === undefined) return 'unreadable';
  const command = textOf(fields.get('command'));
  const packet = command === undefined ? fromServer(fields) : fromClient(fields, command);
  return packet === undefined ? 'unreadable' : [packet];
}

function fromClient(fields: JsonFields, command: string): Packet {
  // AnyCable's clients answer pings where the server asks them to.
  if (command === 'pong') return { kind: 'keep-alive', name: command, summary: 'pong' };
  const identifier = textOf(fields.get('identifier')) ?? '';
  const channel = channelOf(identifier);
  const common = { name: command, channel };
  switch (command) {
    case 'subscribe':
      return { ...common, kind: 'request', summary: `subscribe to ${channel}`, callId: identifier };
    case 'unsubscribe':
      return { ...common, kind: 'control', summary: `unsubscribe from ${channel}` };
    default: {
      const sent = textOf(fields.get('data')) ?? '';
      const data = parseJson(sent)?.value ?? sent;
      const action = textOf(parseFields(sent)?.get('action'));
      const what = action === undefined ? command : `${command} ${action}`;
      return { ...common, kind: 'event', summary: `${what} to ${channel}`, data };
    }
  }
}

/** Undefined: nothing that a server of this protocol says. */
function fromServer(fields: JsonFields): Packet | undefined {
  const type = textOf(fields.get('type')) ?? '';
  switch (type) {
    case 'welcome':
      return { kind: 'control', name: type, summary: 'welcome' };
    case 'ping':
      return { kind: 'keep-alive', name: type, summary: 'ping' };
    case 'disconnect':
      return toEnd(fields);
    default:
      return fields.has('identifier') ? ofChannel(fields, type) : undefined;
  }
}

function toEnd(fields: JsonFields): Packet {
  const said = textOf(fields.get('reason'));
  const mayReconnect = fields.get('reconnect') !== false;
  const then = mayReconnect ? 'the client may reconnect' : 'the client must not reconnect';
  return {
    kind: 'end',
    name: 'disconnect',
    summary: `disconnect: ${said ?? 'no reason given'}, ${then}`,
    failure: {
      ...(said !== undefined && { code: said }),
      message: said ?? '',
      retry: mayReconnect ? 'yes' : 'no',
    },
  };
}

function ofChannel(fields: JsonFields, type: string): Packet {
  const identifier = textOf(fields.get('identifier')) ?? '';
  const channel = channelOf(identifier);
  const common = { name: type, channel, replyTo: identifier };
  switch (type) {
    case 'confirm_subscription':
      return { ...common, kind: 'response', summary: `subscription to ${channel} confirmed` };
    case 'reject_subscription':
      return {
        ...common,
        kind: 'response',
        summary: `subscription to ${channel} refused`,
        failure: { code: type, message: '', retry: 'no' },
      };
    default: {
      // What a channel says has no type.
      const name = type === '' ? 'message' : type;
      return {
        kind: 'event',
        name,
        channel,
        summary: `${name} of ${channel}`,
        data: fields.get('message'),
      };
    }
  }
}

/** An identifier is itself JSON, `{"channel":"ChatChannel","room":7}`: then `ChatChannel, room 7`. */
function channelOf(identifier: string): string {
  const fields = parseFields(identifier);
  const name = textOf(fields?.get('channel'));
  if (fields === undefined || name === undefined) return identifier === '' ? 'a channel' : identifier;
  const parameters = [...fields].flatMap(([key, value]) => {
    const text = idOf(value);
    return key === 'channel' || text === undefined ? [] : [`${key} ${text}`];
  });
  return [name, ...parameters].join(', ');
}
