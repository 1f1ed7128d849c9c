import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { fieldsOf, idOf, textOf } from './json-fields';
import { wampName, type WampMessage } from './wamp-message';

/** What a session has agreed on so far. */
export interface WampState {
  /** WELCOME has come: until then an ABORT refuses the HELLO. */
  readonly isJoined: boolean;
  /** Topics and procedures, by `SUBSCRIBE` and request or `SUBSCRIBED` and subscription, and the same for REGISTER. */
  readonly uris: ReadonlyMap<string, string>;
}

/** What each of these answers. */
export const ASKED = {
  PUBLISHED: 'PUBLISH',
  SUBSCRIBED: 'SUBSCRIBE',
  UNSUBSCRIBED: 'UNSUBSCRIBE',
  REGISTERED: 'REGISTER',
  UNREGISTERED: 'UNREGISTER',
} as const;

/** Reasons to leave that are no failure. */
const PEACEFUL = ['wamp.close.normal', 'wamp.close.goodbye_and_out', 'wamp.close.close_realm'];

/** One WAMP message in the words that all protocols share. */
export function toWampWords(
  { name, fields }: WampMessage,
  { direction }: MessageEventRecord,
  { isJoined, uris }: WampState,
): Packet {
  const request = idOf(fields[0]) ?? '';
  const who = direction === 'in' ? 'the router' : 'the client';
  switch (name) {
    case 'HELLO': {
      const methods = fieldsOf(fields[1])?.get('authmethods');
      const by = Array.isArray(methods) && methods.length > 0 ? `, login by ${methods.join(' or ')}` : '';
      const summary = `HELLO to realm ${textOf(fields[0]) ?? ''}${by}`;
      return { kind: 'request', name, summary, callId: 'HELLO', data: fields[1] };
    }
    case 'WELCOME':
      return {
        kind: 'response',
        name,
        summary: `WELCOME, session ${request}`,
        replyTo: 'HELLO',
        data: fields[1],
      };
    case 'ABORT': {
      const failure = failureIn(textOf(fields[1]), fields[0], fields[2]);
      return isJoined || direction === 'out'
        ? { kind: 'end', name, summary: `ABORT by ${who}: ${sentenceOf(failure)}`, failure }
        : {
            kind: 'end',
            name,
            summary: `HELLO refused: ${sentenceOf(failure)}`,
            replyTo: 'HELLO',
            failure,
          };
    }
    case 'CHALLENGE':
      return { kind: 'request', name, summary: `CHALLENGE ${request}`, callId: 'CHALLENGE' };
    case 'AUTHENTICATE':
      // Never its fields: the first of them is the secret.
      return { kind: 'response', name, summary: 'AUTHENTICATE', replyTo: 'CHALLENGE' };
    case 'GOODBYE': {
      const reason = textOf(fields[1]) ?? '';
      const failure = failureIn(reason, fields[0], undefined);
      const isPeaceful = PEACEFUL.includes(reason);
      const summary = `GOODBYE by ${who}: ${sentenceOf(failure)}`;
      return { kind: 'end', name, summary, ...(!isPeaceful && { failure }) };
    }
    case 'ERROR': {
      const asked = wampName(fields[0]) ?? '';
      const failure = failureIn(textOf(fields[3]), fields[2], fields[4]);
      const replyTo = `${asked} ${idOf(fields[1]) ?? ''}`;
      return {
        kind: 'response',
        name,
        summary: `${replyTo} failed: ${sentenceOf(failure)}`,
        replyTo,
        failure,
      };
    }
    case 'PUBLISH': {
      const isAcknowledged = fieldsOf(fields[1])?.get('acknowledge') === true;
      const channel = textOf(fields[2]) ?? '';
      const callId = isAcknowledged ? { callId: `PUBLISH ${request}` } : undefined;
      return {
        kind: 'event',
        name,
        summary: `PUBLISH ${channel}`,
        channel,
        ...callId,
        data: payloadOf(fields, 3),
      };
    }
    case 'SUBSCRIBE':
    case 'REGISTER':
    case 'CALL': {
      const channel = textOf(fields[2]) ?? '';
      const data = name === 'CALL' ? { data: payloadOf(fields, 3) } : undefined;
      const summary = `${name} ${channel}`;
      return { kind: 'request', name, summary, channel, callId: `${name} ${request}`, ...data };
    }
    case 'UNSUBSCRIBE':
    case 'UNREGISTER': {
      const uri = uris.get(
        `${name === 'UNSUBSCRIBE' ? 'SUBSCRIBED' : 'REGISTERED'} ${idOf(fields[1]) ?? ''}`,
      );
      const summary = `${name} ${uri ?? idOf(fields[1]) ?? ''}`;
      const channel = uri === undefined ? undefined : { channel: uri };
      return { kind: 'request', name, summary, callId: `${name} ${request}`, ...channel };
    }
    case 'PUBLISHED':
    case 'SUBSCRIBED':
    case 'UNSUBSCRIBED':
    case 'REGISTERED':
    case 'UNREGISTERED': {
      return { kind: 'response', name, summary: `${name} ${request}`, replyTo: `${ASKED[name]} ${request}` };
    }
    case 'RESULT':
      return {
        kind: 'response',
        name,
        summary: `RESULT of ${request}`,
        replyTo: `CALL ${request}`,
        data: payloadOf(fields, 2),
      };
    case 'EVENT': {
      const channel = uris.get(`SUBSCRIBED ${request}`);
      const summary = `EVENT ${channel ?? `of subscription ${request}`}`;
      return {
        kind: 'event',
        name,
        summary,
        ...(channel !== undefined && { channel }),
        data: payloadOf(fields, 3),
      };
    }
    case 'INVOCATION': {
      const id = idOf(fields[1]) ?? '';
      const channel = uris.get(`REGISTERED ${id}`);
      const summary = `INVOCATION ${channel ?? `of registration ${id}`}`;
      const place = channel === undefined ? undefined : { channel };
      return {
        kind: 'request',
        name,
        summary,
        callId: `INVOCATION ${request}`,
        ...place,
        data: payloadOf(fields, 3),
      };
    }
    case 'YIELD':
      return {
        kind: 'response',
        name,
        summary: `YIELD to ${request}`,
        replyTo: `INVOCATION ${request}`,
        data: payloadOf(fields, 2),
      };
    case 'CANCEL':
    case 'INTERRUPT':
      return { kind: 'control', name, summary: `${name} ${request}` };
  }
}

/** Arguments stand in a list, and named ones in an object after it; both may be missing. */
function payloadOf(fields: readonly unknown[], from: number) {
  const [args, named] = fields.slice(from);
  return named === undefined ? args : { args, named };
}

/** What it says stands in the details, or first in the arguments. */
function failureIn(uri: string | undefined, details: unknown, args: unknown): Failure {
  const first: unknown = Array.isArray(args) ? args[0] : undefined;
  const message = textOf(fieldsOf(details)?.get('message')) ?? textOf(first) ?? '';
  return { message, ...(uri !== undefined && { code: uri }) };
}

function sentenceOf({ code = 'no reason given', message }: Failure): string {
  return message === '' ? code : `${code}: ${message}`;
}
