import { fromBase64 } from '../../../core/bundle/base64';
import { decodeEngineIo } from '../../../core/protocols/reading/engine-io-packet';
import { sessionIdIn, splitPayload, toPackets } from '../../../core/protocols/reading/engine-io-payload';
import { leadingFields } from '../../../core/protocols/reading/leading-fields';
import { decodeMqtt } from '../../../core/protocols/reading/mqtt-packet';
import { parseMsgpack } from '../../../core/protocols/reading/msgpack';
import { decodeNats } from '../../../core/protocols/reading/nats-operation';
import { splitBinary, splitText } from '../../../core/protocols/reading/signalr-records';
import { decodeSocketIo, reassemble } from '../../../core/protocols/reading/socket-io-packet';
import { unwrapSockJs } from '../../../core/protocols/reading/sockjs-frame';
import { decodeStomp } from '../../../core/protocols/reading/stomp-frame';
import { toMessage } from '../../core/protocols/protocol-table';
import { asBytes, bytesOfTests, stringsOfTests } from '../samples';
import { bytesOf, textOf, type Input, type Target } from '../target';

const FOLDERS = ['test/core/protocols/', 'test/core/protocols/reading/'];
const texts = FOLDERS.flatMap(stringsOfTests);

/** Each returns how many pieces came out of the input. */
const DECODERS: readonly ((input: Input) => number)[] = [
  (input) => (decodeEngineIo(toMessage({ in: textOf(input) })) === undefined ? 0 : 1),
  (input) => splitPayload(textOf(input)).length,
  ({ body }) => toPackets(toMessage({ in: body }), 0).length,
  (input) => sessionIdIn(textOf(input))?.length ?? 0,
  (input) => (decodeSocketIo(textOf(input), input.pick % 3 === 0) === undefined ? 0 : 1),
  (input) => reassemble(textOf(input), [Uint8Array.of(1), Uint8Array.of(2, 3)])?.length ?? 0,
  (input) => (parseMsgpack(bytesOf(input)) === undefined ? 0 : 1),
  (input) => (decodeMqtt(bytesOf(input), 3 + (input.pick % 3)) === undefined ? 0 : 1),
  (input) => (decodeStomp(bytesOf(input), input.pick % 2 === 0 ? '1.2' : undefined) === undefined ? 0 : 1),
  (input) => (decodeNats(bytesOf(input)) === undefined ? 0 : 1),
  (input) => splitText(textOf(input), '').records.length,
  (input) => splitBinary(bytesOf(input), undefined)?.records.length ?? 0,
  ({ body }) => unwrapSockJs(toMessage({ in: body })).length,
  (input) => leadingFields(textOf(input))?.size ?? 0,
  (input) => fromBase64(textOf(input))?.length ?? 0,
];

/** What takes single packets apart: Engine.IO, Socket.IO, MessagePack, MQTT, STOMP, NATS, SignalR, SockJS, base64. */
export const decoders: Target = {
  name: 'decoders',
  share: 400,
  samples: [...texts, ...FOLDERS.flatMap(bytesOfTests), ...asBytes(texts)],
  run(input) {
    const pieces = DECODERS[(input.pick >> 2) % DECODERS.length]?.(input) ?? 0;
    const size = bytesOf(input).length;
    return pieces > size + 1 ? `${pieces} pieces of ${size} bytes` : undefined;
  },
};
