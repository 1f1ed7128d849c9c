import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { fieldsOf, idOf, parseFields, parseJson, textOf, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

export const homeAssistant: Protocol = {
  id: 'home-assistant',
  name: 'Home Assistant',
  recognisedBy: 'The server begins with `auth_required` and its `ha_version`.',
  decodes:
    'Login and its outcome, commands with their results and time, events, ping and pong, several messages in one.',
  recognise({ firstMessages }) {
    // The usual client logs in as soon as the socket is open, so the server's word may be the second one.
    const first = firstMessages.find(({ direction }) => direction === 'in');
    const fields = parseFields(first?.text);
    return fields?.get('type') === 'auth_required' && fields.has('ha_version') ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decode),
  closeCodes: [
    {
      from: 1000,
      meaning:
        'The server ends every connection with it: a refused login, no login within 10 s, a message that is no JSON, a client that reads too slowly, its own shutdown.',
      retry: 'unknown',
      by: 'server',
    },
  ],
  failures: [
    { code: 'auth_invalid', meaning: 'The access token is wrong or has expired', retry: 'after-renewal' },
    { code: 'unauthorized', meaning: 'The user may not run this command', retry: 'after-renewal' },
    { code: 'id_reuse', meaning: 'Ids of commands must grow', retry: 'no' },
    { code: 'invalid_format', meaning: 'The command cannot be read', retry: 'no' },
    { code: 'unknown_command', meaning: 'The server has no such command', retry: 'no' },
    { code: 'not_found', meaning: 'What the command names does not exist', retry: 'no' },
    { code: 'not_allowed', meaning: 'The command is not allowed here', retry: 'no' },
    { code: 'not_supported', meaning: 'The device or integration cannot do this', retry: 'no' },
    { code: 'service_validation_error', meaning: 'The action refused its parameters', retry: 'no' },
    { code: 'template_error', meaning: 'The template cannot be rendered', retry: 'no' },
    { code: 'timeout', meaning: 'The command took too long', retry: 'with-backoff' },
    { code: 'home_assistant_error', meaning: 'The command failed on the server', retry: 'unknown' },
    {
      code: 'unknown_error',
      meaning: 'The command failed on the server in a way nobody planned',
      retry: 'unknown',
    },
  ],
  heartbeat: {
    sentBy: 'client',
    everyMs: 'not-set',
    deadAfterMs: 'not-set',
    note: 'The client may send `ping`, which the server answers with `pong` under the same id; the server itself pings below the messages, every 55 s, where a page does not see it.',
  },
  reconnects: [
    {
      client: 'home-assistant-js-websocket 9.7',
      waits: { kind: 'list', ms: [0, 1_000, 2_000, 3_000, 4_000, 5_000] },
      jitter: 0,
      attempts: undefined,
      note: 'Not after `auth_invalid`; the very first connection is tried again only as often as the application asked for, once a second.',
    },
  ],
  testedWith: ['messages of the API documentation', 'home-assistant-js-websocket 9.7.0 texts'],
};

function decode({ text, isCut }: MessageEventRecord): Decoding {
  const parsed = text === undefined ? undefined : parseJson(text);
  if (parsed === undefined) return isCut === true || text === undefined ? 'unreadable' : 'not-mine';
  // With the feature `coalesce_messages` several come as one array.
  const entries: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const packets = entries
    .map((entry) => toPacket(fieldsOf(entry), entry))
    .filter((packet) => packet !== undefined);
  const [first, ...others] = packets;
  return first === undefined || packets.length < entries.length ? 'not-mine' : [first, ...others];
}

function toPacket(fields: JsonFields | undefined, data: unknown): Packet | undefined {
  const type = textOf(fields?.get('type'));
  if (fields === undefined || type === undefined) return undefined;
  const id = idOf(fields.get('id'));
  const call = id === undefined ? undefined : { callId: id };
  const reply = id === undefined ? undefined : { replyTo: id };
  switch (type) {
    case 'auth_required':
      return { kind: 'control', name: type, summary: 'login required', data };
    case 'auth':
      // The token is in it: nothing of this message is shown in a line.
      return { kind: 'request', name: type, summary: 'login', callId: 'auth' };
    case 'auth_ok':
      return { kind: 'response', name: type, summary: 'login accepted', replyTo: 'auth', data };
    case 'auth_invalid': {
      const message = textOf(fields.get('message')) ?? '';
      const failure = { code: type, message, retry: 'after-renewal' } as const;
      const said = message === '' ? 'no reason given' : message;
      return { kind: 'response', name: type, summary: `login refused: ${said}`, replyTo: 'auth', failure };
    }
    case 'ping':
      return { kind: 'ping', name: type, summary: 'ping', ...call };
    case 'pong':
      return { kind: 'pong', name: type, summary: 'pong', ...reply };
    case 'event':
      return toEvent(fields, id);
    case 'result':
      return toResult(fields, id);
    default:
      return { kind: 'request', name: type, summary: withId(type, id), ...call, data };
  }
}

/** An event names the command that subscribed to it. */
function toEvent(fields: JsonFields, id: string | undefined): Packet {
  const event = fields.get('event');
  const name = textOf(fieldsOf(event)?.get('event_type'));
  return {
    kind: 'event',
    name: name ?? 'event',
    summary: withId(name === undefined ? 'event' : `event ${name}`, id),
    ...(id !== undefined && { channel: id }),
    data: event,
  };
}

function toResult(fields: JsonFields, id: string | undefined): Packet {
  const common = { kind: 'response', name: 'result', ...(id !== undefined && { replyTo: id }) } as const;
  const to = id ?? 'nobody';
  if (fields.get('success') !== false)
    return { ...common, summary: `result for ${to}`, data: fields.get('result') };
  const error = fieldsOf(fields.get('error'));
  const message = textOf(error?.get('message')) ?? '';
  const code = idOf(error?.get('code'));
  return {
    ...common,
    summary: `error for ${to}: ${message}${code === undefined ? '' : ` (${code})`}`,
    failure: { message, ...(code !== undefined && { code }) },
  };
}

function withId(what: string, id: string | undefined): string {
  return id === undefined ? what : `${what} (${id})`;
}
