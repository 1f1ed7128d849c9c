import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { fieldsOf, numberOf, parseFields, textOf, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

const ADDRESS = /^wss:\/\/eventsub\.wss\.twitch\.tv(?::\d+)?(?:[/?]|$)/;

/** Twitch's events; the client never sends a message of its own. */
export const twitchEventsub: Protocol = {
  id: 'twitch-eventsub',
  name: 'Twitch EventSub',
  recognisedBy:
    'The host is `eventsub.wss.twitch.tv`; else the first message of the server is `session_welcome` with an id.',
  decodes:
    'Welcome with its time-out, keep-alives, notifications, revoked subscriptions, the demand to reconnect.',
  recognise({ url, firstMessages }) {
    if (ADDRESS.test(url)) return 'certain';
    const first = firstMessages.find(({ direction }) => direction === 'in');
    const metadata = fieldsOf(parseFields(first?.text)?.get('metadata'));
    const isWelcome = metadata?.get('message_type') === 'session_welcome' && metadata.has('message_id');
    return isWelcome ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decodeTwitch),
  closeCodes: [
    { from: 4000, meaning: 'Twitch has a problem of its own.', retry: 'with-backoff', by: 'server' },
    { from: 4001, meaning: 'The client sent a message; only pongs are allowed.', retry: 'no', by: 'server' },
    { from: 4002, meaning: 'The client did not answer a ping.', retry: 'yes', by: 'server' },
    {
      from: 4003,
      meaning: 'No subscription was made in time: 10 s, if the address does not say otherwise.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 4004,
      meaning: 'The client was told to reconnect, and did not do so within 30 s.',
      retry: 'yes',
      by: 'server',
    },
    { from: 4005, meaning: 'A time-out in the network.', retry: 'with-backoff', by: 'server' },
    { from: 4006, meaning: 'An error in the network.', retry: 'with-backoff', by: 'server' },
    {
      from: 4007,
      meaning: 'The address to reconnect to is wrong or was used already: begin at the first address.',
      retry: 'yes',
      by: 'server',
    },
  ],
  failures: [
    {
      code: 'authorization_revoked',
      meaning: 'The user took the permission back, or changed the password',
      retry: 'after-renewal',
    },
    { code: 'user_removed', meaning: 'The user is gone', retry: 'no' },
    { code: 'version_removed', meaning: 'This version of the subscription is gone', retry: 'no' },
    { code: 'moderator_removed', meaning: 'The user is no moderator any more', retry: 'no' },
    {
      code: 'notification_failures_exceeded',
      meaning: 'Too many notifications could not be delivered',
      retry: 'after-renewal',
    },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'The server sends `session_keepalive` where it has sent nothing else for `keepalive_timeout_seconds` (10 to 600, as the address asks), and nobody answers it; a client that hears nothing for longer reconnects.',
  },
  reconnects: [],
  testedWith: ['samples of the documentation'],
};

function decodeTwitch({ text, isCut, direction }: MessageEventRecord): Decoding {
  if (direction === 'out') return 'not-mine';
  const fields = isCut === true ? undefined : parseFields(text);
  const metadata = fieldsOf(fields?.get('metadata'));
  const type = textOf(metadata?.get('message_type'));
  if (metadata === undefined || type === undefined) return 'unreadable';
  const payload = fields?.get('payload');
  return [{ name: type, ...describe(type, metadata, fieldsOf(payload)), data: payload }];
}

function describe(type: string, metadata: JsonFields, payload: JsonFields | undefined): Omit<Packet, 'name'> {
  const session = fieldsOf(payload?.get('session'));
  const subscription = fieldsOf(payload?.get('subscription'));
  const topic = textOf(metadata.get('subscription_type')) ?? textOf(subscription?.get('type'));
  const channel = topic === undefined ? {} : { channel: topic };
  switch (type) {
    case 'session_welcome': {
      const seconds = numberOf(session?.get('keepalive_timeout_seconds'));
      return {
        kind: 'control',
        summary: `welcome${seconds === undefined ? '' : `, keep-alive every ${seconds} s`}`,
      };
    }
    case 'session_keepalive':
      return { kind: 'keep-alive', summary: 'keep-alive' };
    case 'session_reconnect':
      return { kind: 'end', summary: 'reconnect: the client has 30 s to open the new address' };
    case 'revocation': {
      const status = textOf(subscription?.get('status')) ?? '';
      return {
        ...channel,
        kind: 'error',
        summary: `revoked: ${topic ?? 'a subscription'}${status === '' ? '' : `, ${status}`}`,
        failure: { message: status, ...(status !== '' && { code: status }) },
      };
    }
    default: {
      const id = textOf(metadata.get('message_id'));
      const summary = topic === undefined ? type : `event ${topic}`;
      return { ...channel, kind: 'event', summary, ...(id !== undefined && { deliveryId: id }) };
    }
  }
}
