import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { bodyValue } from './body-value';
import { parseFields, textOf, type JsonFields } from './json-fields';
import type { NatsOperation } from './nats-operation';

/** An operation of NATS in the words that all protocols share. */
export function toNatsWords(operation: NatsOperation, message: MessageEventRecord): Packet {
  const { name, rest, words } = operation;
  switch (name) {
    case 'INFO':
      return infoWords(rest);
    case 'CONNECT':
      return connectWords(rest);
    case 'PUB':
    case 'HPUB':
    case 'MSG':
    case 'HMSG':
      return contentWords(operation, message);
    case 'SUB':
    case 'UNSUB': {
      const [subject = ''] = words;
      const channel = name === 'SUB' ? { channel: subject } : undefined;
      return { kind: 'control', name, summary: `${name} ${rest}`, ...channel };
    }
    case 'PING':
      return { kind: 'ping', name, summary: 'ping' };
    case 'PONG':
      return { kind: 'pong', name, summary: 'pong' };
    case '+OK':
      return { kind: 'control', name, summary: 'ok' };
    case '-ERR': {
      const failure = failureIn(rest);
      return { kind: 'error', name, summary: `error: ${failure.message}`, failure };
    }
  }
}

function infoWords(rest: string): Packet {
  const fields = parseFields(rest);
  const server = textOf(fields?.get('server_name')) ?? textOf(fields?.get('server_id'));
  const parts = [
    `INFO${server === undefined ? '' : ` of ${server}`}`,
    ...textsOf(fields, ['version']),
    ...(fields?.get('auth_required') === true ? ['login required'] : []),
    // "Lame duck mode": it ends its connections one after the other.
    ...(fields?.get('ldm') === true ? ['shuts down soon'] : []),
  ];
  return { kind: 'control', name: 'INFO', summary: parts.join(', '), data: dataOf(fields) };
}

const LOGIN_FIELDS = ['user', 'pass', 'auth_token', 'jwt', 'nkey', 'sig'];

function connectWords(rest: string): Packet {
  const fields = parseFields(rest);
  // Never the login itself: rows are copied into bug reports.
  const hasLogin = LOGIN_FIELDS.some((field) => (textOf(fields?.get(field)) ?? '') !== '');
  const data = dataOf(new Map([...(fields ?? [])].filter(([field]) => !LOGIN_FIELDS.includes(field))));
  const parts = [
    'CONNECT',
    ...textsOf(fields, ['name', 'lang', 'version']),
    ...(hasLogin ? ['with a login'] : []),
  ];
  return { kind: 'control', name: 'CONNECT', summary: parts.join(', '), data };
}

function contentWords({ name, words, header, payload }: NatsOperation, message: MessageEventRecord): Packet {
  const { subject, reply } = addressIn(name, words);
  const cut = message.isCut === true ? ' (cut)' : '';
  const status = /^NATS\/1\.0[ \t]+(\d{3})[ \t]*([^\r\n]*)/.exec(header ?? '');
  const code = status?.[1];
  const said = code === '503' ? 'nobody answers this subject' : (status?.[2] ?? '');
  const failure = code !== undefined && /^[45]/.test(code) ? { code, message: said } : undefined;
  const parts = [
    `${name} ${subject}`,
    ...(code === undefined ? [] : [`status ${code}${said === '' ? '' : ` (${said})`}`]),
    `${payload.length} bytes${cut}`,
  ];
  const answers = isInbox(subject);
  return {
    kind: answers ? 'response' : isInbox(reply) ? 'request' : 'event',
    name,
    summary: parts.join(', '),
    channel: subject,
    ...(isInbox(reply) && { callId: reply }),
    ...(answers && { replyTo: subject }),
    ...(failure !== undefined && { failure }),
    data: bodyValue(payload),
  };
}

/** Subject, perhaps where to answer, and sizes; MSG has the number of the subscription between. */
function addressIn(name: NatsOperation['name'], words: readonly string[]) {
  const sizes = name === 'HPUB' || name === 'HMSG' ? 2 : 1;
  const hasSubscription = name === 'MSG' || name === 'HMSG';
  const others = words.slice(hasSubscription ? 2 : 1, words.length - sizes);
  return { subject: words[0] ?? '', reply: others[0] ?? '' };
}

/** Clients make these up to be answered there, once for each call; other reply subjects may never be used. */
function isInbox(subject: string): boolean {
  return subject.startsWith('_INBOX.');
}

/** `'Permissions Violation for Publish to "a"'`: the words before what changes are the code. */
function failureIn(rest: string): Failure {
  const message = rest.replace(/^'(.*)'$/s, '$1');
  const code = /^[^"]*?(?= for | to |: |$)/i.exec(message.slice(0, 200))?.[0].trim() ?? message;
  return { code: code.toLowerCase(), message };
}

function textsOf(fields: JsonFields | undefined, names: readonly string[]): string[] {
  return names.map((name) => textOf(fields?.get(name)) ?? '').filter((text) => text !== '');
}

function dataOf(fields: JsonFields | undefined) {
  return fields === undefined ? undefined : Object.fromEntries(fields);
}
