import type { MessageEventRecord } from '../../capture/event';
import type { Decoding, Failure, Packet } from '../protocol';
import { graphqlFailure } from './graphql-failure';
import { graphqlOperation } from './graphql-operation';
import { fieldsOf, idOf, numberOf, textOf, type JsonFields } from './json-fields';
import { messageFields } from './leading-fields';

/** One message of either GraphQL protocol, as it stands on the wire. */
interface GraphqlMessage {
  readonly type: string;
  readonly id: string | undefined;
  readonly payload: unknown;
  readonly direction: MessageEventRecord['direction'];
  readonly isCut: boolean;
}

/** What a message of one type means. */
export type DescribeGraphql = (message: GraphqlMessage) => Omit<Packet, 'name'>;
/** The types that a protocol has. */
export type GraphqlVocabulary = ReadonlyMap<string, DescribeGraphql>;

export function decodeGraphql(message: MessageEventRecord, vocabulary: GraphqlVocabulary): Decoding {
  const fields = messageFields(message);
  const type = textOf(fields?.get('type'));
  const describe = type === undefined ? undefined : vocabulary.get(type);
  if (fields === undefined || type === undefined || describe === undefined) return 'unreadable';
  const isCut = message.isCut === true;
  const packet = describe({
    type,
    id: idOf(fields.get('id')),
    payload: payloadIn(fields),
    direction: message.direction,
    isCut,
  });
  return [{ name: type, ...packet, ...(isCut && { summary: `${packet.summary} (cut)` }) }];
}

/** AppSync refuses an operation without an id with the errors beside the type. */
function payloadIn(fields: JsonFields): unknown {
  return fields.get('payload') ?? (fields.has('errors') ? { errors: fields.get('errors') } : undefined);
}

const CONNECTION = 'connection_init';

/** What both protocols have. */
export const COMMON_VOCABULARY: GraphqlVocabulary = new Map<string, DescribeGraphql>([
  [
    'connection_init',
    ({ payload, type }) => ({
      kind: 'request',
      summary: isEmpty(payload) ? type : `${type} with payload`,
      callId: CONNECTION,
      data: payload,
    }),
  ],
  [
    'connection_ack',
    ({ payload, type }) => {
      // AppSync: the longest silence between two `ka`.
      const silenceMs = numberOf(fieldsOf(payload)?.get('connectionTimeoutMs'));
      const promise = silenceMs === undefined ? '' : `, dead after ${silenceMs / 1_000} s without ka`;
      return { kind: 'response', summary: `${type}${promise}`, replyTo: CONNECTION, data: payload };
    },
  ],
  [
    // Of the legacy protocol; Hasura sends it in the other one too.
    'connection_error',
    ({ payload, type }) => {
      const failure = graphqlFailure(payload) ?? { message: '' };
      return {
        kind: 'error',
        summary: `${type}: ${said(failure)}`,
        replyTo: CONNECTION,
        failure,
        data: payload,
      };
    },
  ],
  [
    'error',
    ({ id, payload }) => {
      const failure = graphqlFailure(payload) ?? { message: '' };
      return {
        kind: 'error',
        summary: `error${of(id)}: ${said(failure)}`,
        ...operation(id),
        ...(id !== undefined && { replyTo: id }),
        failure,
        data: payload,
      };
    },
  ],
  [
    'complete',
    ({ id, direction }) =>
      direction === 'in'
        ? {
            kind: 'response',
            summary: `complete${of(id)}`,
            ...operation(id),
            ...(id !== undefined && { replyTo: id }),
          }
        : { kind: 'control', summary: `complete${of(id)}: the client stops it`, ...operation(id) },
  ],
]);

/** `next` and `data`: one result of an operation. */
export function describeResult({ type, id, payload }: GraphqlMessage): Omit<Packet, 'name'> {
  const fields = fieldsOf(payload);
  const failure = fields?.has('errors') === true ? graphqlFailure(payload) : undefined;
  const roots = [...(fieldsOf(fields?.get('data'))?.keys() ?? [])].slice(0, 5).join(', ');
  const content = roots === '' ? '' : `: ${roots}`;
  return {
    kind: 'event',
    summary: `${type}${of(id)}${content}${failure === undefined ? '' : `, error: ${said(failure)}`}`,
    ...operation(id),
    ...(id !== undefined && { replyTo: id }),
    ...(failure !== undefined && { failure }),
    data: payload,
  };
}

/**
 * `subscribe` and `start`: an operation begins.
 *
 * @param isAlwaysAnswered the server acknowledges it; without that a subscription may rightly stay silent for hours
 */
export function describeOperation(
  { type, id, payload }: GraphqlMessage,
  isAlwaysAnswered: boolean,
): Omit<Packet, 'name'> {
  const { kind, name } = graphqlOperation(payload);
  const title = [kind, name].filter((word) => word !== undefined).join(' ');
  const isCall = isAlwaysAnswered || (kind !== 'subscription' && kind !== undefined);
  return {
    kind: 'request',
    summary: `${type}${of(id)}${title === '' ? '' : `: ${title}`}`,
    ...operation(id),
    ...(isCall && id !== undefined && { callId: id }),
    data: payload,
  };
}

export function describeControl({ type, id }: GraphqlMessage): Omit<Packet, 'name'> {
  return { kind: 'control', summary: `${type}${of(id)}`, ...operation(id) };
}

/** Clients make up UUIDs for ids: the beginning is enough to tell operations apart. */
export function of(id: string | undefined): string {
  if (id === undefined || id === '') return '';
  return ` ${id.length > 12 ? `${id.slice(0, 8)}…` : id}`;
}

export function operation(id: string | undefined): { channel?: string } {
  return id === undefined ? {} : { channel: id };
}

function said({ message, code }: Failure): string {
  if (message === '') return code ?? 'no reason given';
  return code === undefined || message.startsWith(code) ? message : `${message} (${code})`;
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || fieldsOf(payload)?.size === 0;
}
