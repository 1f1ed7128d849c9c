import type { MessageEventRecord } from '../capture/event';
import type { Decoding, KnownFailure, Opening, Protocol } from './protocol';
import { toAblyWords } from './reading/ably-words';
import { fieldsOf, numberOf, parseFields, textOf } from './reading/json-fields';
import { parseMsgpack } from './reading/msgpack';
import { createStatelessReader } from './reading/reader';

export const ably: Protocol = {
  id: 'ably',
  name: 'Ably',
  recognisedBy:
    'The host is one of Ably, or the server begins with CONNECTED (`action` 4) and `connectionDetails`.',
  decodes:
    'Protocol messages in JSON and MessagePack: errors of the connection and of channels, channels attached, messages with their acknowledgement, heartbeats.',
  recognise,
  open: () => createStatelessReader(decode),
  closeCodes: [],
  failures: [
    ...failuresOf('no', {
      40101: 'The key or token is not valid',
      40130: 'The key is not valid',
      40131: 'The key was revoked',
      40132: 'The key has expired',
      40160: 'The key or token does not allow that',
      40170: '`authCallback` or `authUrl` of the page failed',
      40171: 'The token ran out, and the client has no way to get another',
      80000: 'The connection has failed for good',
      42920: 'A limit on the rate of the account: the connection ends',
      42921: 'A limit on the rate of the account: the connection ends',
    }),
    ...failuresOf('after-renewal', {
      40140: 'Something is wrong with the token: the client gets another',
      40141: 'The token was revoked',
      40142: 'The token has expired',
      40143: 'The token is not known',
      40144: 'The token is malformed',
      40145: 'The token is malformed',
    }),
    ...failuresOf('with-backoff', {
      40111: 'A limit of the account',
      40112: 'A limit of the account',
      40114: 'A limit of the account on connections',
      40150: 'A limit of the application',
      40151: 'A limit of the application',
      42910: 'Too many messages in a time',
      ...rateLimits(42_911, 42_919, 'A limit on the rate'),
      ...rateLimits(42_922, 42_926, 'A limit on the rate: the connection ends'),
      50000: 'Something failed inside Ably',
      50003: 'Something inside Ably took too long',
      80002: 'The connection was gone for two minutes: messages may be lost',
      80003: 'The connection was lost',
      80014: 'No answer came in time',
      80019: 'The address that gives tokens did not answer as it should',
      80021: 'Too many connections made in a time',
    }),
    ...failuresOf('yes', {
      80006: 'The connection is back, but messages may be lost in between',
      80007: 'The connection is back, but messages may be lost in between',
      80012: 'The connection is back, but messages may be lost in between',
      80020: 'The connection is back, but messages may be lost in between',
      90003: 'The channel is back, but messages may be lost in between',
      90005: 'The channel is back, but messages may be lost in between',
      80016: 'Another connection took over',
      80017: 'The connection is closed',
    }),
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'CONNECTED says how long silence may be (`maxIdleInterval`, 15 s if not set); the server sends HEARTBEAT when nothing else goes out. The client gives up 10 s after that.',
  },
  reconnects: [
    {
      client: 'ably-js 2.26.0',
      waits: { kind: 'growing', firstMs: 15_000, factor: 1.33, maxMs: 30_000 },
      jitter: 0.2,
      attempts: undefined,
      note: 'The first time at once, if it was connected. After two minutes it is suspended, and tries every 30 s. Not after an ERROR without a channel, unless a new token can help.',
    },
  ],
  testedWith: ['protocol messages as in the client specification'],
};

function recognise({ url, firstMessages }: Opening) {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (/(^|\.)(realtime\.ably\.(io|net)|ably-realtime\.com|ably-realtime-nonprod\.com)$/.test(host))
    return 'certain';
  const opening = firstMessages.find(({ direction }) => direction === 'in');
  const fields = opening && fieldsIn(opening);
  const isConnected = fields?.get('action') === 4 && fieldsOf(fields.get('connectionDetails')) !== undefined;
  return isConnected && textOf(fields.get('connectionId')) !== undefined ? 'likely' : undefined;
}

function decode(message: MessageEventRecord): Decoding {
  const fields = fieldsIn(message);
  if (fields === undefined || numberOf(fields.get('action')) === undefined) return 'unreadable';
  return toAblyWords(fields, message) ?? 'unreadable';
}

/** Text is JSON, bytes are MessagePack: the address asks for one of them (`format`). */
function fieldsIn({ text, bytes, isCut }: MessageEventRecord) {
  if (isCut === true) return undefined;
  return bytes === undefined ? parseFields(text) : fieldsOf(parseMsgpack(bytes)?.value);
}

/** The list of codes has numbers for what exactly is limited; what to do is the same for all of them. */
function rateLimits(from: number, to: number, meaning: string): Readonly<Record<number, string>> {
  return Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [from + index, meaning]));
}

function failuresOf(
  retry: KnownFailure['retry'],
  meanings: Readonly<Record<number, string>>,
): KnownFailure[] {
  return Object.entries(meanings).map(([code, meaning]) => ({ code, meaning, retry }));
}
