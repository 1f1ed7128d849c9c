import type { Failure, Packet } from '../protocol';
import { fieldsOf, idOf, numberOf, textOf, type JsonFields } from './json-fields';

const METHODS = [
  ...['connect', 'subscribe', 'unsubscribe', 'publish', 'presence', 'presence_stats', 'history'],
  ...['ping', 'send', 'rpc', 'refresh', 'sub_refresh'],
];
const PUSHES = [
  'pub',
  'join',
  'leave',
  'unsubscribe',
  'message',
  'subscribe',
  'connect',
  'disconnect',
  'refresh',
];

/** One line of the client; undefined: no command of the protocol. */
export function toCommand(fields: JsonFields): Packet | undefined {
  if (fields.size === 0) return { kind: 'pong', name: 'pong', summary: 'pong' };
  const method = METHODS.find((known) => fieldsOf(fields.get(known)) !== undefined);
  // A connection that goes one way begins with what else stands in `connect`.
  const isBare = method === undefined && fields.has('token') && !fields.has('id');
  const params = isBare ? fields : fieldsOf(fields.get(method ?? ''));
  if (params === undefined) return undefined;
  const name = method ?? 'connect';
  const id = numberOf(fields.get('id'));
  const channel = textOf(params.get('channel'));
  // Never the token: rows are copied into bug reports.
  const login = (textOf(params.get('token')) ?? '') === '' ? '' : ' with a token';
  const about = channel ?? textOf(params.get('method'));
  return {
    kind: id === undefined ? 'event' : 'request',
    name,
    summary: `${name}${about === undefined ? '' : ` ${about}`}${login}`,
    ...(id !== undefined && { callId: String(id) }),
    ...(channel !== undefined && { channel }),
    data: params.get('data'),
  };
}

/** One line of the server: an answer, a push, or a push of a connection that goes one way. */
export function toReply(fields: JsonFields): Packet | undefined {
  if (fields.size === 0) return { kind: 'ping', name: 'ping', summary: 'ping' };
  const push = fieldsOf(fields.get('push'));
  if (push !== undefined) return toPush(push);
  const id = numberOf(fields.get('id'));
  if (id === undefined) return toPush(fields);
  const replyTo = String(id);
  const error = fieldsOf(fields.get('error'));
  if (error !== undefined) {
    const failure = failureIn(error, 'message');
    const summary = `answer to ${id}: ${sentenceOf(failure)}`;
    return { kind: 'response', name: 'error', summary, replyTo, failure };
  }
  const name = METHODS.find((method) => fieldsOf(fields.get(method)) !== undefined);
  const result = fieldsOf(fields.get(name ?? ''));
  if (name === undefined || result === undefined) return undefined;
  const summary = name === 'connect' ? connected(result) : `${name} done`;
  return { kind: 'response', name, summary, replyTo, data: fields.get(name) };
}

function toPush(push: JsonFields): Packet | undefined {
  const name = PUSHES.find((type) => fieldsOf(push.get(type)) !== undefined);
  const body = fieldsOf(push.get(name ?? ''));
  if (name === undefined || body === undefined) return undefined;
  const channel = textOf(push.get('channel'));
  const place = channel === undefined ? undefined : { channel };
  const where = channel === undefined ? '' : ` ${channel}`;
  switch (name) {
    case 'disconnect':
    case 'unsubscribe': {
      const failure = failureIn(body, 'reason');
      return { kind: 'end', name, summary: `${name}${where}: ${sentenceOf(failure)}`, ...place, failure };
    }
    case 'connect':
      return { kind: 'control', name, summary: connected(body), data: push.get(name) };
    case 'subscribe':
    case 'refresh':
      return { kind: 'control', name, summary: `${name}${where}`, ...place };
    default: {
      const data = name === 'pub' || name === 'message' ? body.get('data') : push.get(name);
      return { kind: 'event', name, summary: `${name}${where}`, ...place, data };
    }
  }
}

function connected(result: JsonFields): string {
  const seconds = numberOf(result.get('ping'));
  return `connected${seconds === undefined ? '' : `, ping every ${seconds} s`}`;
}

function failureIn(fields: JsonFields, field: 'message' | 'reason'): Failure {
  const code = idOf(fields.get('code'));
  const retry = fields.get('temporary') === true ? { retry: 'with-backoff' as const } : undefined;
  return { message: textOf(fields.get(field)) ?? '', ...(code !== undefined && { code }), ...retry };
}

function sentenceOf({ code, message }: Failure): string {
  const number = code === undefined ? '' : ` (${code})`;
  return `${message === '' ? 'no reason given' : message}${number}`;
}
