import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { fieldsOf, numberOf } from './reading/json-fields';
import { messageFields } from './reading/leading-fields';
import { createStatelessReader } from './reading/reader';

const ADDRESS = /^wss:\/\/[\w.-]+\.discord\.media(?::\d+)?(?:[/?]|$)/;
/** The answer to Identify and to Resume has no id: this stands for it. */
const SESSION = 'session';

/** Discord's voice servers: the same form as the gateway's, with other numbers and other close codes. */
export const discordVoice: Protocol = {
  id: 'discord-voice',
  name: 'Discord voice',
  recognisedBy: 'The host ends in `.discord.media`.',
  decodes:
    'Hello, heartbeats with their answers, identify and resume with theirs, who comes and speaks; of binary messages the kind.',
  recognise: ({ url }) => (ADDRESS.test(url) ? 'certain' : undefined),
  open: () => createStatelessReader(decodeVoice),
  closeCodes: [
    { from: 4001, meaning: 'The client sent an unknown `op`.', retry: 'yes', by: 'server' },
    { from: 4002, meaning: 'The server could not read a payload.', retry: 'yes', by: 'server' },
    {
      from: 4003,
      meaning: 'The client sent something before it identified itself.',
      retry: 'yes',
      by: 'server',
    },
    { from: 4004, meaning: 'The token is wrong.', retry: 'after-renewal', by: 'server' },
    { from: 4005, meaning: 'The client identified itself twice.', retry: 'yes', by: 'server' },
    { from: 4006, meaning: 'The session is not valid any more.', retry: 'after-renewal', by: 'server' },
    { from: 4009, meaning: 'The session has timed out.', retry: 'after-renewal', by: 'server' },
    { from: 4011, meaning: 'There is no such voice server.', retry: 'after-renewal', by: 'server' },
    {
      from: 4012,
      meaning: 'The server does not know the protocol that was selected.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 4014,
      meaning: 'The client was taken out of the channel: kicked, or its gateway session ended.',
      retry: 'no',
      by: 'server',
    },
    { from: 4015, meaning: 'The voice server crashed: resume.', retry: 'yes', by: 'server' },
    { from: 4016, meaning: 'The server does not know the encryption mode.', retry: 'no', by: 'server' },
    { from: 4017, meaning: 'The channel wants end-to-end encryption (DAVE).', retry: 'no', by: 'server' },
    { from: 4020, meaning: 'The request was malformed.', retry: 'no', by: 'server' },
    { from: 4021, meaning: 'The client sent too much.', retry: 'no', by: 'server' },
    {
      from: 4022,
      meaning: 'The call is over: the channel is gone, or moved to another server.',
      retry: 'no',
      by: 'server',
    },
  ],
  failures: [],
  heartbeat: {
    sentBy: 'client',
    everyMs: 'negotiated',
    deadAfterMs: 'not-set',
    note: 'The client sends `op` 3 every `heartbeat_interval` of Hello, and the server answers with `op` 6.',
  },
  reconnects: [],
  testedWith: ['samples of the documentation'],
};

function decodeVoice(message: MessageEventRecord): Decoding {
  const { direction, isCut, bytes } = message;
  if (message.format === 'binary') {
    // Of the encryption: the server puts a number of two bytes before the kind.
    const op = bytes?.[direction === 'in' ? 2 : 0];
    const name = op === undefined ? undefined : NAMES.get(op);
    return name === undefined ? 'unreadable' : [{ kind: 'data', name, summary: name }];
  }
  const fields = messageFields(message);
  const op = numberOf(fields?.get('op'));
  if (op === undefined) return 'unreadable';
  const packet = toPacket(op, fields?.get('d'), direction);
  return [isCut === true ? { ...packet, summary: `${packet.summary} (cut)` } : packet];
}

function toPacket(op: number, data: unknown, direction: MessageEventRecord['direction']): Packet {
  const name = NAMES.get(op) ?? `op ${op}`;
  switch (op) {
    case 0:
    case 7:
      return { kind: 'request', name, summary: name.toLowerCase(), callId: SESSION, data };
    case 2:
    case 9:
      return { kind: 'response', name, summary: name.toLowerCase(), replyTo: SESSION, data };
    case 3:
      return { kind: 'ping', name, summary: 'heartbeat' };
    case 6:
      return { kind: 'pong', name, summary: 'heartbeat answered' };
    case 8: {
      const everyMs = numberOf(fieldsOf(data)?.get('heartbeat_interval'));
      const every = everyMs === undefined ? '' : `, heartbeat every ${everyMs / 1_000} s`;
      return { kind: 'control', name, summary: `hello${every}`, data };
    }
    default:
      return { kind: direction === 'out' ? 'request' : 'event', name, summary: name, data };
  }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes, "Voice opcodes". */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'Identify'],
  [1, 'Select Protocol'],
  [2, 'Ready'],
  [3, 'Heartbeat'],
  [4, 'Session Description'],
  [5, 'Speaking'],
  [6, 'Heartbeat ACK'],
  [7, 'Resume'],
  [8, 'Hello'],
  [9, 'Resumed'],
  [11, 'Clients Connect'],
  [13, 'Client Disconnect'],
  [21, 'DAVE Prepare Transition'],
  [22, 'DAVE Execute Transition'],
  [23, 'DAVE Transition Ready'],
  [24, 'DAVE Prepare Epoch'],
  [25, 'DAVE MLS External Sender'],
  [26, 'DAVE MLS Key Package'],
  [27, 'DAVE MLS Proposals'],
  [28, 'DAVE MLS Commit Welcome'],
  [29, 'DAVE MLS Announce Commit Transition'],
  [30, 'DAVE MLS Welcome'],
  [31, 'DAVE MLS Invalid Commit Welcome'],
]);
