import type { MessageEventRecord } from '../../capture/event';
import type { Packet } from '../protocol';
import { fieldsOf, numberOf, textOf, type JsonFields } from './json-fields';

/** The answer to Identify and to Resume is an event, not an id: this stands for it. */
const SESSION = 'session';

/** A message of Discord's gateway in the words that all protocols share; undefined: its `op` is no number. */
export function toDiscordPacket(
  fields: JsonFields,
  direction: MessageEventRecord['direction'],
): Packet | undefined {
  const op = numberOf(fields.get('op'));
  if (op === undefined) return undefined;
  const data = fields.get('d');
  switch (op) {
    case 0:
      return dispatch(fields);
    case 1:
      return direction === 'out'
        ? { kind: 'ping', name: 'Heartbeat', summary: 'heartbeat' }
        : { kind: 'control', name: 'Heartbeat', summary: 'heartbeat asked for' };
    case 2:
      return { kind: 'request', name: 'Identify', summary: 'identify', callId: SESSION, data };
    case 6: {
      const seq = numberOf(fieldsOf(data)?.get('seq'));
      const from = seq === undefined ? '' : ` after event ${seq}`;
      return { kind: 'request', name: 'Resume', summary: `resume${from}`, callId: SESSION, data };
    }
    case 7:
      return {
        kind: 'end',
        name: 'Reconnect',
        summary: 'reconnect: the client must come back and resume at once',
      };
    case 9:
      return invalidSession(data === true);
    case 10: {
      const everyMs = numberOf(fieldsOf(data)?.get('heartbeat_interval'));
      const every = everyMs === undefined ? '' : `, heartbeat every ${everyMs / 1_000} s`;
      return { kind: 'control', name: 'Hello', summary: `hello${every}`, data };
    }
    case 11:
      return { kind: 'pong', name: 'Heartbeat ACK', summary: 'heartbeat answered' };
    default: {
      const name = NAMES.get(op) ?? `op ${op}`;
      return { kind: direction === 'out' ? 'request' : 'event', name, summary: name, data };
    }
  }
}

function dispatch(fields: JsonFields): Packet {
  const event = textOf(fields.get('t')) ?? 'unnamed event';
  const number = numberOf(fields.get('s'));
  const isAnswer = event === 'READY' || event === 'RESUMED';
  return {
    kind: isAnswer ? 'response' : 'event',
    name: event,
    summary: `${event}${number === undefined ? '' : `, event ${number}`}`,
    ...(isAnswer && { replyTo: SESSION }),
    data: fields.get('d'),
  };
}

function invalidSession(mayResume: boolean): Packet {
  const advice = mayResume ? 'it may be resumed' : 'the client must identify anew';
  return {
    kind: 'error',
    name: 'Invalid Session',
    summary: `invalid session: ${advice}`,
    replyTo: SESSION,
    failure: {
      code: mayResume ? '9 true' : '9 false',
      message: `Invalid session, ${advice}`,
      retry: mayResume ? 'yes' : 'after-renewal',
    },
  };
}

/** What only a client sends. https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const NAMES: ReadonlyMap<number, string> = new Map([
  [3, 'Presence Update'],
  [4, 'Voice State Update'],
  [8, 'Request Guild Members'],
  [31, 'Request Soundboard Sounds'],
  [43, 'Request Channel Info'],
]);
