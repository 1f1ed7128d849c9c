import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { fieldsOf, textOf, type JsonFields } from './json-fields';

/** An event of the Realtime API in the words that all protocols share. `type` names it in both directions. */
export function toOpenAiPacket(
  type: string,
  fields: JsonFields,
  direction: MessageEventRecord['direction'],
): Packet {
  if (type === 'error') {
    const failure = failureOf(fields.get('error'));
    return { kind: 'error', name: type, summary: `error: ${said(failure)}`, failure };
  }
  const failure = failureIn(type, fields);
  const problem = failure === undefined ? '' : `: ${said(failure)}`;
  return {
    ...roleOf(type, direction),
    name: type,
    summary: `${type}${detailOf(type, fields, failure)}${problem}`,
    ...(failure !== undefined && { failure }),
  };
}

/** Two of the client's events are answered by an event of their own; no id says so. */
function roleOf(
  type: string,
  direction: MessageEventRecord['direction'],
): Pick<Packet, 'kind' | 'callId' | 'replyTo'> {
  switch (type) {
    case 'session.update':
    case 'response.create':
      return direction === 'out' ? { kind: 'request', callId: type } : { kind: 'event' };
    case 'session.updated':
      return { kind: 'response', replyTo: 'session.update' };
    case 'response.created':
      return { kind: 'response', replyTo: 'response.create' };
    case 'session.created':
    case 'rate_limits.updated':
      return { kind: 'control' };
    default:
      return { kind: /\.delta$|^input_audio_buffer\.append$/.test(type) ? 'data' : 'event' };
  }
}

function detailOf(type: string, fields: JsonFields, failure: Failure | undefined): string {
  if (type === 'session.created') {
    const model = textOf(fieldsOf(fields.get('session'))?.get('model'));
    return model === undefined ? '' : `, ${model}`;
  }
  // Sound comes in base64: its length says more than its beginning.
  const audio = textOf(fields.get(type === 'input_audio_buffer.append' ? 'audio' : 'delta'));
  if (audio !== undefined && type.includes('audio') && !type.includes('transcript'))
    return `, ${audio.length} characters of sound`;
  const text = textOf(fields.get('delta'));
  if (text !== undefined) return `: ${text}`;
  const status = textOf(fieldsOf(fields.get('response'))?.get('status'));
  return type === 'response.done' && status !== undefined && failure === undefined ? `, ${status}` : '';
}

/** Of `response.done`, and of what was heard and could not be written down. */
function failureIn(type: string, fields: JsonFields): Failure | undefined {
  if (type.endsWith('.failed')) return failureOf(fields.get('error'));
  const response = type === 'response.done' ? fieldsOf(fields.get('response')) : undefined;
  const status = textOf(response?.get('status'));
  if (status !== 'failed' && status !== 'incomplete') return undefined;
  const details = fieldsOf(response?.get('status_details'));
  const error = fieldsOf(details?.get('error'));
  if (error !== undefined) return failureOf(details?.get('error'));
  const reason = textOf(details?.get('reason'));
  return {
    message: `${status}${reason === undefined ? '' : `: ${reason}`}`,
    ...(reason !== undefined && { code: reason }),
  };
}

function failureOf(error: unknown): Failure {
  const fields = fieldsOf(error);
  const code = textOf(fields?.get('code')) ?? textOf(fields?.get('type'));
  return { message: textOf(fields?.get('message')) ?? '', ...(code !== undefined && { code }) };
}

function said({ message, code }: Failure): string {
  if (message === '') return code ?? 'no reason given';
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
