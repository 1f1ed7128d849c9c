import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { fieldsOf, idOf, numberOf, textOf, type JsonFields } from './json-fields';

/** By their numbers (`TR2` of the client specification). */
const ACTIONS = [
  ...['HEARTBEAT', 'ACK', 'NACK', 'CONNECT', 'CONNECTED', 'DISCONNECT', 'DISCONNECTED', 'CLOSE', 'CLOSED'],
  ...['ERROR', 'ATTACH', 'ATTACHED', 'DETACH', 'DETACHED', 'PRESENCE', 'MESSAGE', 'SYNC', 'AUTH', 'ACTIVATE'],
  ...['OBJECT', 'OBJECT_SYNC', 'ANNOTATION'],
];

/** One acknowledgement may stand for many messages; so many of them are paired. Our choice. */
const ACK_LIMIT = 100;

/** A protocol message of Ably in the words that all protocols share; undefined: it is none. */
export function toAblyWords(
  fields: JsonFields,
  { direction }: MessageEventRecord,
): readonly [Packet, ...Packet[]] | undefined {
  const action = numberOf(fields.get('action'));
  const name = action === undefined ? undefined : ACTIONS[action];
  if (name === undefined) return undefined;
  const channel = textOf(fields.get('channel'));
  const where = channel === undefined ? '' : ` ${channel}`;
  const failure = failureIn(fields.get('error'));
  const why = failure === undefined ? '' : `: ${sentenceOf(failure)}`;
  const more = { ...(channel !== undefined && { channel }), ...(failure !== undefined && { failure }) };
  const common = { name, summary: `${name}${where}${why}`, ...more };
  switch (name) {
    case 'HEARTBEAT': {
      // With an id it asks for an answer; without, it only shows that the server lives.
      if (idOf(fields.get('id')) === undefined) return [{ ...common, kind: 'keep-alive' }];
      return [{ ...common, kind: direction === 'out' ? 'ping' : 'pong' }];
    }
    case 'ACK':
    case 'NACK':
      return acknowledgement(fields, common);
    case 'CONNECTED':
      return [{ ...common, kind: 'control', data: fields.get('connectionDetails') }];
    case 'DISCONNECT':
    case 'DISCONNECTED':
    case 'CLOSE':
    case 'CLOSED':
      return [{ ...common, kind: 'end' }];
    case 'ERROR': {
      const said = failure ?? { message: '' };
      // Of one channel it answers the attempt to attach; else the connection has failed.
      return channel === undefined
        ? [{ ...common, kind: 'error', failure: said }]
        : [{ ...common, kind: 'response', failure: said, replyTo: `ATTACH ${channel}` }];
    }
    case 'ATTACH':
    case 'DETACH':
      return [{ ...common, kind: 'request', callId: `${name} ${channel ?? ''}` }];
    case 'ATTACHED':
    case 'DETACHED':
      return [{ ...common, kind: 'response', replyTo: `${name.slice(0, -2)} ${channel ?? ''}` }];
    case 'PRESENCE':
    case 'MESSAGE':
    case 'OBJECT':
    case 'ANNOTATION': {
      const serial = direction === 'out' ? numberOf(fields.get('msgSerial')) : undefined;
      const callId = serial === undefined ? undefined : { callId: messageId(serial) };
      const field = CONTENT[name];
      const content: unknown = fields.get(field);
      const count = Array.isArray(content) && content.length !== 1 ? `, ${content.length} in it` : '';
      return [{ ...common, kind: 'event', summary: `${common.summary}${count}`, ...callId, data: content }];
    }
    default:
      return [{ ...common, kind: 'control' }];
  }
}

const CONTENT = {
  PRESENCE: 'presence',
  MESSAGE: 'messages',
  OBJECT: 'state',
  ANNOTATION: 'annotations',
} as const;

/** `msgSerial` and `count`: this message and so many after it. */
function acknowledgement(fields: JsonFields, common: Omit<Packet, 'kind'>): readonly [Packet, ...Packet[]] {
  const serial = numberOf(fields.get('msgSerial')) ?? 0;
  const count = Math.min(numberOf(fields.get('count')) ?? 1, ACK_LIMIT);
  const first = { ...common, kind: 'response', replyTo: messageId(serial) } as const;
  const others: Packet[] = [];
  for (let index = 1; index < count; index += 1)
    others.push({ ...first, summary: `${common.name} of the next`, replyTo: messageId(serial + index) });
  return [first, ...others];
}

function messageId(serial: number): string {
  return `message ${serial}`;
}

function failureIn(error: unknown): Failure | undefined {
  const fields = fieldsOf(error);
  if (fields === undefined) return undefined;
  const code = idOf(fields.get('code'));
  return { message: textOf(fields.get('message')) ?? '', ...(code !== undefined && { code }) };
}

function sentenceOf({ code, message }: Failure): string {
  const said = message === '' ? 'no reason given' : message;
  return code === undefined ? said : `${said} (${code})`;
}
