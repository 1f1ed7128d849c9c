import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Protocol } from './protocol';
import { toDiscordPacket } from './reading/discord-words';
import { fieldsOf, numberOf } from './reading/json-fields';
import { messageFields } from './reading/leading-fields';
import { createStatelessReader } from './reading/reader';

const ADDRESS = /^wss:\/\/gateway[\w-]*\.discord\.gg(?::\d+)?(?:[/?]|$)/;

/** Discord's gateway for clients and bots; its voice servers speak another protocol, with codes of their own. */
export const discordGateway: Protocol = {
  id: 'discord-gateway',
  name: 'Discord gateway',
  recognisedBy:
    'The host is `gateway*.discord.gg`; else the first message of the server has `op` 10 and a `heartbeat_interval`.',
  decodes:
    'Hello, heartbeats with their answers, identify and resume with theirs, events with their numbers, the demands to reconnect; compressed and ETF messages are not readable from here.',
  recognise({ url, firstMessages }) {
    if (ADDRESS.test(url)) return 'certain';
    const first = firstMessages.find(({ direction }) => direction === 'in');
    const fields = first === undefined ? undefined : messageFields(first);
    const everyMs = numberOf(fieldsOf(fields?.get('d'))?.get('heartbeat_interval'));
    return fields?.get('op') === 10 && everyMs !== undefined ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decodeDiscord),
  closeCodes: [
    { from: 1000, meaning: 'A client that closes with it gives up its session.', retry: 'after-renewal' },
    { from: 1001, meaning: 'A client that closes with it gives up its session.', retry: 'after-renewal' },
    { from: 4000, meaning: 'Unknown error of the server.', retry: 'yes', by: 'server' },
    {
      from: 4001,
      meaning: 'The client sent an unknown `op`, or one with a wrong payload.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 4002,
      meaning: 'The server could not read a payload, or it was over 4096 bytes.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 4003,
      meaning: 'The client sent something before it identified itself.',
      retry: 'yes',
      by: 'server',
    },
    { from: 4004, meaning: 'The token is wrong.', retry: 'no', by: 'server' },
    { from: 4005, meaning: 'The client identified itself twice.', retry: 'yes', by: 'server' },
    {
      from: 4007,
      meaning: 'The number in Resume is wrong: the events since cannot be had any more.',
      retry: 'after-renewal',
      by: 'server',
    },
    {
      from: 4008,
      meaning: 'The client sent too much: 120 messages a minute are allowed.',
      retry: 'with-backoff',
      by: 'server',
    },
    { from: 4009, meaning: 'The session has timed out.', retry: 'after-renewal', by: 'server' },
    { from: 4010, meaning: 'The shard in Identify is wrong.', retry: 'no', by: 'server' },
    {
      from: 4011,
      meaning: 'The bot is in too many guilds for one connection: it must shard.',
      retry: 'no',
      by: 'server',
    },
    { from: 4012, meaning: 'There is no such version of the gateway.', retry: 'no', by: 'server' },
    { from: 4013, meaning: 'The intents are wrong.', retry: 'no', by: 'server' },
    { from: 4014, meaning: 'An intent is not enabled for this bot.', retry: 'no', by: 'server' },
  ],
  failures: [
    { code: '9 true', meaning: 'The session is interrupted, and may be resumed', retry: 'yes' },
    {
      code: '9 false',
      meaning: 'The session is gone: identify anew, after 1 to 5 s',
      retry: 'after-renewal',
    },
  ],
  heartbeat: {
    sentBy: 'client',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'The client sends `op` 1 every `heartbeat_interval` of Hello, the first after a random part of it; the server answers with `op` 11. A client without an answer by its next heartbeat closes with a code other than 1000 and 1001, and resumes.',
  },
  reconnects: [
    {
      client: 'discord.js 14 (@discordjs/ws)',
      waits: { kind: 'list', ms: [0] },
      jitter: 0,
      attempts: undefined,
      note: 'Resumes where it may: after 4000 to 4002, 4009 and codes it does not know; identifies anew after 1000, 4003, 4005, 4007 and 4008; stops after 4004 and 4010 to 4014.',
    },
  ],
  testedWith: ['samples of the documentation'],
};

function decodeDiscord(message: MessageEventRecord): Decoding {
  const fields = messageFields(message);
  const packet = fields === undefined ? undefined : toDiscordPacket(fields, message.direction);
  if (packet === undefined) return 'unreadable';
  return [message.isCut === true ? { ...packet, summary: `${packet.summary} (cut)` } : packet];
}
