import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Opening, Packet, Protocol } from './protocol';
import { parseAddress } from './reading/address';
import { centrifugoCloseCodes, centrifugoFailures } from './reading/centrifugo-codes';
import { toCommand, toReply } from './reading/centrifugo-words';
import { fieldsOf, parseFields, textOf } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

const SUBPROTOCOLS = ['centrifuge-json', 'centrifuge-protobuf'];

export const centrifugo: Protocol = {
  id: 'centrifugo',
  name: 'Centrifugo',
  recognisedBy:
    'The subprotocol is `centrifuge-protobuf` or `centrifuge-json`, or the path ends in `/connection/websocket` or `/connection/uni_websocket` and nothing contradicts, or the first messages are `connect` and its answer.',
  decodes:
    'JSON, several commands or answers in a message: calls with their answers and time, publications, pushes that end a subscription or the connection, pings. Of Protobuf the pings alone.',
  recognise,
  open: () => createStatelessReader(decode),
  closeCodes: centrifugoCloseCodes,
  failures: centrifugoFailures,
  heartbeat: {
    sentBy: 'server',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'An empty command each way: the answer to `connect` says how often (25 s if not set) and whether it wants an answer. The client gives up 10 s after a ping was due, the server closes with 3012 when none is answered.',
  },
  reconnects: [
    {
      client: 'centrifuge-js 5.7.1',
      waits: { kind: 'growing', firstMs: 500, factor: 2, maxMs: 20_000 },
      jitter: 1,
      attempts: undefined,
      note: 'Not after 3500 to 3999, 4500 to 4999 and 1009; JSON with `reconnect` in the close reason, from old servers, counts instead. The first wait is 0.5 s to 1 s.',
    },
  ],
  testedWith: ['messages as in the documentation of the client protocol'],
};

function recognise({ url, offered, accepted, firstMessages }: Opening) {
  if ([accepted, ...(accepted === '' ? offered : [])].some((name) => SUBPROTOCOLS.includes(name)))
    return 'certain';
  const isOpening = firstMessages.some(opens);
  const isPath = /\/connection\/(uni_)?websocket\/?$/.test(parseAddress(url)?.path ?? '');
  if (isPath && isOpening) return 'certain';
  return isOpening || (isPath && firstMessages.length === 0) ? 'likely' : undefined;
}

/** `{"id":1,"connect":{}}` of the client, or of the server `connect` with the client's id. */
function opens({ direction, text }: MessageEventRecord): boolean {
  const first = parseFields(text?.split('\n', 1)[0]);
  const connect = fieldsOf(first?.get('connect'));
  if (first === undefined || connect === undefined) return false;
  const others = [...first.keys()].filter((key) => key !== 'connect' && key !== 'id');
  if (direction === 'out') return others.length === 0 && first.get('id') === 1;
  return others.length === 0 && textOf(connect.get('client')) !== undefined;
}

/** One for each line. */
function decode(message: MessageEventRecord): Decoding {
  const { direction, text, bytes, isCut } = message;
  // An empty message of Protobuf, with its length before it, is a ping or its answer.
  if (bytes?.length === 1 && bytes[0] === 0 && isCut !== true)
    return direction === 'in'
      ? [{ kind: 'ping', name: 'ping', summary: 'ping' }]
      : [{ kind: 'pong', name: 'pong', summary: 'pong' }];
  if (text === undefined) return 'unreadable';
  const packets: Packet[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const fields = parseFields(line);
    const packet = fields && (direction === 'out' ? toCommand(fields) : toReply(fields));
    if (packet !== undefined) packets.push(packet);
    else if (isCut === true && isLast && packets.length > 0)
      packets.push({ kind: 'data', name: 'cut', summary: `${line.length} characters (cut)` });
    else return 'unreadable';
  }
  const [first, ...others] = packets;
  return first === undefined ? 'unreadable' : [first, ...others];
}
