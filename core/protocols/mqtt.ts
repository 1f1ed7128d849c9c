import type { MessageEventRecord } from '../capture/event';
import type { Opening, Protocol } from './protocol';
import { mqttFailures } from './reading/mqtt-codes';
import { decodeMqtt, isMqttConnect, mqttFraming } from './reading/mqtt-packet';
import { toMqttWords } from './reading/mqtt-words';
import { createStreamReader } from './reading/stream-reader';

const SUBPROTOCOLS = ['mqtt', 'mqttv3.1'];

export const mqtt: Protocol = {
  id: 'mqtt',
  name: 'MQTT',
  recognisedBy:
    'The subprotocol is `mqtt` or `mqttv3.1`, or the first message of the client is a CONNECT packet.',
  decodes:
    'All packets of 3.1, 3.1.1 and 5, several in a message or one over several; CONNACK, SUBACK and DISCONNECT with their reasons, acknowledgements with their time, topic aliases.',
  recognise,
  open: () =>
    createStreamReader<State>({
      framing: mqttFraming,
      start: { level: undefined, aliases: new Map() },
      // Text must not come: a broker closes at it (MQTT 5, section 6.0).
      bytesOf: ({ bytes }) => bytes,
      decode,
    }),
  closeCodes: [],
  failures: mqttFailures,
  heartbeat: {
    sentBy: 'client',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'The client names its keep alive in CONNECT (MQTT.js: 60 s) and sends PINGREQ when it has sent nothing else for so long; the server ends after 1.5 times that.',
  },
  reconnects: [
    {
      client: 'MQTT.js 5.16.0',
      waits: { kind: 'list', ms: [1_000] },
      jitter: 0,
      attempts: undefined,
      note: 'Not after a refused CONNECT, unless `reconnectOnConnackError` is set.',
    },
    {
      client: 'Paho JavaScript 1.1.0',
      waits: { kind: 'growing', firstMs: 1_000, factor: 2, maxMs: 128_000 },
      jitter: 0,
      attempts: undefined,
      note: 'Only with `reconnect: true`; else never.',
    },
  ],
  testedWith: ['aedes 1.2.0 and MQTT.js 5.16.0 (3.1.1)', 'MQTT.js 5.16.0 and mqtt-packet 9.0.2 (5)'],
};

function recognise({ offered, accepted, firstMessages }: Opening) {
  if (SUBPROTOCOLS.includes(accepted)) return 'certain';
  if (isMqttConnect(beginningOf(firstMessages))) return 'certain';
  // Nothing was accepted yet, or the handshake failed.
  const mayBe = accepted === '' && firstMessages.every(({ format }) => format === 'binary');
  return mayBe && offered.some((name) => SUBPROTOCOLS.includes(name)) ? 'likely' : undefined;
}

/** MQTT.js in Node sends its CONNECT in some ten messages, most of them of one or two bytes. */
function beginningOf(messages: readonly MessageEventRecord[]): Uint8Array {
  const sent = messages.filter(({ direction }) => direction === 'out');
  return Uint8Array.from(sent.flatMap(({ bytes }) => [...(bytes?.subarray(0, CONNECT_HEAD) ?? [])]));
}
/** Its name ends here at the latest. */
const CONNECT_HEAD = 13;

/** What a connection must remember. */
interface State {
  /** As CONNECT said; undefined: no CONNECT was seen. */
  readonly level: number | undefined;
  /** Topics by direction and the alias that it gave them. */
  readonly aliases: ReadonlyMap<string, string>;
}
/** Each new alias copies the list: whoever has more of them goes unnamed. Brokers allow 10 to 100. Our choice. */
const ALIAS_LIMIT = 200;

function decode(bytes: Uint8Array, message: MessageEventRecord, before: State) {
  const packet = decodeMqtt(bytes, before.level ?? 4);
  if (packet === undefined) return undefined;
  let state = before;
  if (packet.type === 'CONNECT') state = { level: packet.level, aliases: new Map() };
  // Only 5 has properties there.
  if (packet.type === 'CONNACK' && before.level === undefined && packet.isLong)
    state = { ...before, level: 5 };
  if (packet.type !== 'PUBLISH') return { packet: toMqttWords(packet, message), state };
  const { topic, properties } = packet;
  const alias = `${message.direction} ${properties.topicAlias ?? 0}`;
  const known = before.aliases.get(alias);
  if (
    properties.topicAlias !== undefined &&
    topic !== '' &&
    known !== topic &&
    before.aliases.size < ALIAS_LIMIT
  )
    state = { ...before, aliases: new Map(before.aliases).set(alias, topic) };
  return { packet: toMqttWords(packet, message, known), state };
}
