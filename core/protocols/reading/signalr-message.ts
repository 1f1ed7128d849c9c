import { idOf, numberOf, textOf, type JsonFields } from './json-fields';

/** A message of SignalR's hub protocol, from either of its encodings. */
export type SignalrMessage =
  | { readonly type: 'handshake-request'; readonly protocol: string; readonly version: number }
  | { readonly type: 'handshake-response'; readonly error: string | undefined }
  | {
      readonly type: 'invocation' | 'stream-invocation';
      /** Undefined: nobody waits for an answer. */
      readonly invocationId: string | undefined;
      readonly target: string;
      readonly args: unknown;
    }
  | { readonly type: 'stream-item'; readonly invocationId: string; readonly item: unknown }
  | {
      readonly type: 'completion';
      readonly invocationId: string;
      readonly error: string | undefined;
      readonly result: unknown;
    }
  | { readonly type: 'cancel'; readonly invocationId: string }
  | { readonly type: 'ping' }
  | { readonly type: 'close'; readonly error: string | undefined; readonly allowReconnect: boolean }
  | { readonly type: 'ack' | 'sequence'; readonly sequenceId: number }
  /** Of a later version; clients pass over it. */
  | { readonly type: 'unknown'; readonly number: number };

/** A record of the JSON encoding, or of the handshake, which is JSON always; undefined: it breaks the rules. */
export function fromJsonRecord(fields: JsonFields): SignalrMessage | undefined {
  const number = numberOf(fields.get('type'));
  if (number === undefined) return fromHandshake(fields);
  return toSignalrMessage(number, {
    invocationId: fields.get('invocationId'),
    target: fields.get('target'),
    args: fields.get('arguments'),
    item: fields.get('item'),
    error: fields.get('error'),
    result: fields.get('result'),
    allowReconnect: fields.get('allowReconnect'),
    sequenceId: fields.get('sequenceId'),
  });
}

export function fromHandshake(fields: JsonFields): SignalrMessage | undefined {
  const protocol = textOf(fields.get('protocol'));
  const version = numberOf(fields.get('version'));
  if (protocol !== undefined && version !== undefined)
    return { type: 'handshake-request', protocol, version };
  const error = textOf(fields.get('error'));
  return fields.size === 0 || error !== undefined ? { type: 'handshake-response', error } : undefined;
}

/** A record of the MessagePack encoding: an array whose first element is the type. */
export function fromMsgpackRecord(value: unknown): SignalrMessage | undefined {
  if (!Array.isArray(value)) return undefined;
  const elements: readonly unknown[] = value;
  const [first, second, third, fourth, fifth] = elements;
  const number = numberOf(first);
  switch (number) {
    case undefined:
      return undefined;
    case 7:
      return toSignalrMessage(number, { error: second, allowReconnect: third });
    case 8:
    case 9:
      return toSignalrMessage(number, { sequenceId: second });
    case 3:
      // The fourth says what the fifth is: 1 an error, 3 a result; with 2 there is none.
      return toSignalrMessage(number, {
        invocationId: third,
        ...(fourth === 1 && { error: fifth }),
        ...(fourth === 3 && { result: fifth }),
      });
    default:
      return toSignalrMessage(number, { invocationId: third, target: fourth, args: fifth, item: fourth });
  }
}

/** What the fields of a message hold, wherever its encoding puts them. */
interface Parts {
  readonly invocationId?: unknown;
  readonly target?: unknown;
  readonly args?: unknown;
  readonly item?: unknown;
  readonly error?: unknown;
  readonly result?: unknown;
  readonly allowReconnect?: unknown;
  readonly sequenceId?: unknown;
}

function toSignalrMessage(number: number, parts: Parts): SignalrMessage | undefined {
  const { item, args, result } = parts;
  const invocationId = idOf(parts.invocationId);
  const error = textOf(parts.error);
  switch (number) {
    case 1:
    case 4: {
      const target = textOf(parts.target);
      if (target === undefined) return undefined;
      return { type: number === 1 ? 'invocation' : 'stream-invocation', invocationId, target, args };
    }
    case 2:
      return invocationId === undefined ? undefined : { type: 'stream-item', invocationId, item };
    case 3:
      return invocationId === undefined ? undefined : { type: 'completion', invocationId, error, result };
    case 5:
      return invocationId === undefined ? undefined : { type: 'cancel', invocationId };
    case 6:
      return { type: 'ping' };
    case 7:
      return { type: 'close', error, allowReconnect: parts.allowReconnect === true };
    case 8:
    case 9: {
      const sequenceId = numberOf(parts.sequenceId);
      return sequenceId === undefined ? undefined : { type: number === 8 ? 'ack' : 'sequence', sequenceId };
    }
    default:
      return Number.isInteger(number) && number > 9 ? { type: 'unknown', number } : undefined;
  }
}
