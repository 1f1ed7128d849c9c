import type { Decoding, Packet, Protocol } from './protocol';
import { parseAddress } from './reading/address';
import { fieldsOf, textOf, type JsonFields } from './reading/json-fields';
import type { PhoenixMessage } from './reading/phoenix-binary';
import { readPhoenix } from './reading/phoenix-message';
import { createStatelessReader } from './reading/reader';
import { SUPABASE_FAILURES } from './reading/supabase-failures';

export const phoenix: Protocol = {
  id: 'phoenix',
  name: 'Phoenix Channels',
  recognisedBy:
    'A path that ends in `/websocket` with `vsn=` in the query, or a first message that joins a topic (`phx_join`).',
  decodes:
    'Joins, pushes and their replies with their time, heartbeats, crashed and closed channels; both serializers, binary messages, LiveView, Supabase Realtime.',
  recognise({ url, firstMessages }) {
    const address = parseAddress(url);
    if (address?.path.endsWith('/websocket') === true && address.query.has('vsn')) return 'certain';
    const joins = firstMessages.some((message) => {
      const read = readPhoenix(message);
      return typeof read !== 'string' && read.event === 'phx_join' && message.direction === 'out';
    });
    return joins ? 'certain' : undefined;
  },
  open: () =>
    createStatelessReader((message): Decoding => {
      const read = readPhoenix(message);
      return typeof read === 'string' ? read : [toPacket(read, message.direction)];
    }),
  closeCodes: [
    {
      from: 1000,
      meaning:
        'From the client with the reason "heartbeat timeout": the server did not answer a heartbeat. From the server: under Cowboy, 60 s without any message.',
      retry: 'yes',
    },
    {
      from: 1001,
      meaning: 'The server broadcast a disconnect, for example at a logout, or shuts down.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 1002,
      meaning: 'Under Bandit also: 60 s without any message.',
      retry: 'yes',
      by: 'server',
    },
    { from: 1012, meaning: 'The server drains its sockets: a deployment.', retry: 'yes', by: 'server' },
  ],
  failures: [
    { code: 'unmatched topic', meaning: 'The server has no channel for this topic', retry: 'no' },
    { code: 'join crashed', meaning: 'The channel crashed while it was joined', retry: 'with-backoff' },
    {
      code: 'phx_error',
      meaning: 'The channel crashed on the server; the client joins again by itself',
      retry: 'yes',
    },
    {
      code: 'stale',
      meaning: 'LiveView: the page is older than the server; the client loads it anew',
      retry: 'after-renewal',
    },
    {
      code: 'unauthorized',
      meaning: 'The application does not let this user in; LiveView loads the page anew',
      retry: 'after-renewal',
    },
    ...SUPABASE_FAILURES,
  ],
  heartbeat: {
    sentBy: 'client',
    everyMs: 30_000,
    deadAfterMs: 60_000,
    note: 'The client sends `heartbeat` on the topic `phoenix` (Supabase: every 25 s) and closes if it is not answered before the next one is due; the server closes after 60 s without any message.',
  },
  reconnects: [
    {
      client: 'phoenix.js 1.8.16',
      waits: { kind: 'list', ms: [10, 50, 100, 150, 200, 250, 500, 1_000, 2_000, 5_000] },
      jitter: 0,
      attempts: undefined,
      note: 'Not while the page is hidden; up to 1.8.15 not after 1000 either, which Cowboy also sends for silence. Channels join again after 1, 2, 5 and then every 10 s.',
    },
    {
      client: '@supabase/realtime-js 2.109',
      waits: { kind: 'list', ms: [1_000, 2_000, 5_000, 10_000] },
      jitter: 0,
      attempts: undefined,
      note: 'After any close that the page did not ask for; not while the page is hidden.',
    },
  ],
  testedWith: [
    'phoenix.js 1.8.16 and @supabase/realtime-js 2.109.0 (what they write, recorded)',
    'Phoenix and supabase/realtime texts',
  ],
};

function toPacket({ ref, topic, event, payload }: PhoenixMessage, direction: 'in' | 'out'): Packet {
  const common = { name: event, channel: topic, data: payload };
  const call = ref === undefined ? undefined : { callId: ref };
  const reply = ref === undefined ? undefined : { replyTo: ref };
  const fields = fieldsOf(payload);
  switch (event) {
    case 'phx_join':
      return { ...common, ...call, kind: 'request', summary: `join ${topic}` };
    case 'phx_leave':
      return { ...common, ...call, kind: 'request', summary: `leave ${topic}` };
    case 'phx_reply':
      if (topic === 'phoenix') return { ...common, ...reply, kind: 'pong', summary: 'heartbeat answered' };
      return { ...common, ...reply, ...answer(topic, ref, fields) };
    case 'phx_error':
      return {
        ...common,
        kind: 'error',
        summary: `${topic} crashed on the server`,
        failure: { code: event, message: '' },
      };
    case 'phx_close':
      return { ...common, kind: 'end', summary: `${topic} is closed` };
    case 'system':
      return { ...common, ...systemMessage(topic, fields) };
    default: {
      if (topic === 'phoenix' && event === 'heartbeat')
        return { ...common, ...call, kind: 'ping', summary: 'heartbeat' };
      const isPush = direction === 'out' && ref !== undefined;
      const summary = `${isPush ? 'push' : 'event'} ${named(event, fields)} in ${topic}`;
      return isPush
        ? { ...common, ...call, kind: 'request', summary }
        : { ...common, kind: 'event', summary };
    }
  }
}

/** LiveView's and Supabase's events say inside what happened: `event phx-click`, `broadcast cursor`. */
function named(event: string, fields: JsonFields | undefined): string {
  const inner = textOf(fields?.get('event')) ?? textOf(fields?.get('type'));
  return (event === 'event' || event === 'broadcast') && inner !== undefined && inner !== event
    ? `${event} ${inner}`
    : event;
}

function answer(
  topic: string,
  ref: string | undefined,
  fields: JsonFields | undefined,
): Pick<Packet, 'kind' | 'summary' | 'failure'> {
  const status = textOf(fields?.get('status')) ?? 'no status';
  const to = ref === undefined ? '' : ` to ${ref}`;
  if (status !== 'error') return { kind: 'response', summary: `answer${to} in ${topic}: ${status}` };
  const response = fieldsOf(fields?.get('response'));
  const message = textOf(response?.get('reason')) ?? textOf(response?.get('message')) ?? '';
  const said = message === '' ? 'no reason given' : message;
  return {
    kind: 'response',
    summary: `answer${to} in ${topic}: error, ${said}`,
    failure: failureOf(message),
  };
}

/** Supabase Realtime: how a subscription fares, told after the join was answered. */
function systemMessage(
  topic: string,
  fields: JsonFields | undefined,
): Pick<Packet, 'kind' | 'summary' | 'failure'> {
  const message = textOf(fields?.get('message')) ?? '';
  if (fields?.get('status') !== 'error') return { kind: 'control', summary: `system, ${topic}: ${message}` };
  return { kind: 'error', summary: `system error, ${topic}: ${message}`, failure: failureOf(message) };
}

/** `InvalidJWTToken: Token has expired`: the code stands before the colon; without one the text is its own code. */
function failureOf(message: string): { readonly code?: string; readonly message: string } {
  const code = /^([A-Z][A-Za-z]{2,60}): /.exec(message)?.[1] ?? message;
  return code === '' ? { message } : { code, message };
}
