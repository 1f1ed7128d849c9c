import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { fieldsOf, idOf, numberOf, textOf, type JsonFields } from './json-fields';

/** A message of Socket Mode or RTM in the words that all protocols share; undefined: it is neither. */
export function toSlackPacket(
  fields: JsonFields,
  direction: MessageEventRecord['direction'],
): Packet | undefined {
  const type = textOf(fields.get('type'));
  const envelopeId = textOf(fields.get('envelope_id'));
  if (direction === 'out') return fromClient(fields, type, envelopeId);
  const replyTo = idOf(fields.get('reply_to'));
  if (replyTo !== undefined && type !== 'message') return answer(fields, type, replyTo);
  if (type === undefined) return undefined;
  switch (type) {
    case 'hello': {
      const count = numberOf(fields.get('num_connections'));
      return {
        kind: 'control',
        name: type,
        summary: `hello${count === undefined ? '' : `, ${count} connections of this app`}`,
      };
    }
    case 'disconnect': {
      const reason = textOf(fields.get('reason'));
      const summary = `disconnect: ${reason ?? 'no reason given'}`;
      return {
        kind: 'end',
        name: type,
        summary,
        failure: { message: reason ?? '', ...(reason !== undefined && { code: reason }) },
      };
    }
    case 'goodbye':
      return {
        kind: 'end',
        name: type,
        summary: 'goodbye: the server is about to close',
        failure: { code: type, message: '' },
      };
    case 'error': {
      const failure = failureOf(fields.get('error'));
      return { kind: 'error', name: type, summary: `error: ${said(failure)}`, failure };
    }
    default:
      return event(fields, type, envelopeId);
  }
}

function event(fields: JsonFields, type: string, envelopeId: string | undefined): Packet {
  const payload = fields.get('payload');
  const inner = fieldsOf(fieldsOf(payload)?.get('event'));
  const name = textOf(inner?.get('type')) ?? textOf(fieldsOf(payload)?.get('command'));
  const attempt = numberOf(fields.get('retry_attempt')) ?? 0;
  // Slack sends an event again that was not acknowledged within three seconds.
  const again =
    attempt === 0
      ? ''
      : `, attempt ${attempt + 1}: ${textOf(fields.get('retry_reason')) ?? 'not acknowledged'}`;
  const channel = textOf(inner?.get('channel')) ?? textOf(fields.get('channel'));
  return {
    kind: envelopeId === undefined ? 'event' : 'request',
    name: type,
    summary: `${type}${name === undefined ? '' : `: ${name}`}${again}`,
    ...(envelopeId !== undefined && { callId: envelopeId, deliveryId: envelopeId }),
    ...(channel !== undefined && { channel }),
    ...(payload !== undefined && { data: payload }),
  };
}

function fromClient(
  fields: JsonFields,
  type: string | undefined,
  envelopeId: string | undefined,
): Packet | undefined {
  if (envelopeId !== undefined)
    return {
      kind: 'response',
      name: 'acknowledgement',
      summary: `acknowledged${fields.has('payload') ? ', with an answer' : ''}`,
      replyTo: envelopeId,
      data: fields.get('payload'),
    };
  if (type === undefined) return undefined;
  const id = idOf(fields.get('id'));
  if (type === 'ping') return { kind: 'ping', name: type, summary: type };
  const channel = textOf(fields.get('channel'));
  return {
    kind: id === undefined ? 'event' : 'request',
    name: type,
    summary: type,
    ...(id !== undefined && ANSWERED.has(type) && { callId: id }),
    ...(channel !== undefined && { channel }),
  };
}

/** RTM answers messages; what else a client sends, such as `typing`, has no answer. */
const ANSWERED: ReadonlySet<string> = new Set(['message']);

function answer(fields: JsonFields, type: string | undefined, replyTo: string): Packet {
  if (type === 'pong') return { kind: 'pong', name: type, summary: type };
  const failure = fields.get('ok') === false ? failureOf(fields.get('error')) : undefined;
  return {
    kind: failure === undefined ? 'response' : 'error',
    name: type ?? 'answer',
    summary: `answer to ${replyTo}${failure === undefined ? '' : `: ${said(failure)}`}`,
    replyTo,
    ...(failure !== undefined && { failure }),
  };
}

function failureOf(error: unknown): Failure {
  const fields = fieldsOf(error);
  const code = idOf(fields?.get('code'));
  return { message: textOf(fields?.get('msg')) ?? '', ...(code !== undefined && { code }) };
}

function said({ message, code }: Failure): string {
  return message === '' ? (code ?? 'no reason given') : message;
}
