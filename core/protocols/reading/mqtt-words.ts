import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { bodyValue } from './body-value';
import { mqttFailure } from './mqtt-codes';
import type { MqttPacket } from './mqtt-packet';
import type { MqttProperties } from './mqtt-properties';

/** So many names of a list are told. */
const NAMED = 3;
const VERSIONS: Readonly<Record<number, string>> = { 3: '3.1', 4: '3.1.1', 5: '5' };

/**
 * An MQTT packet in the words that all protocols share.
 *
 * @param topic of a PUBLISH: where its own is empty, the one that its alias stands for
 */
export function toMqttWords(packet: MqttPacket, message: MessageEventRecord, topic?: string): Packet {
  const name = packet.type;
  switch (packet.type) {
    case 'CONNECT': {
      // Never the user name or the password: rows are copied into bug reports.
      const { level, clientId, keepAliveSeconds, hasUserName, hasPassword, isClean, willTopic } = packet;
      const parts = [
        `CONNECT as ${clientId === '' ? 'a client without id' : clientId}`,
        `MQTT ${VERSIONS[level] ?? `level ${level}`}`,
        ...(hasUserName || hasPassword ? ['with a login'] : []),
        keepAliveSeconds === 0 ? 'no keep alive' : `keep alive ${keepAliveSeconds} s`,
      ];
      const data = { level, clientId, keepAliveSeconds, isClean, hasUserName, hasPassword, willTopic };
      return { kind: 'request', name, summary: parts.join(', '), callId: 'CONNECT', data };
    }
    case 'CONNACK': {
      const { code, properties } = packet;
      const common = { kind: 'response', name, replyTo: 'CONNECT', data: { code, ...properties } } as const;
      if (code === 0) {
        const kept = packet.hasSession ? ', the session goes on' : '';
        return { ...common, summary: `CONNECT accepted${kept}` };
      }
      const failure = toFailure(code, properties);
      // The broker must close after it (3.1.1 section 3.2.2.3, 5 section 3.2.2.2).
      return { ...common, kind: 'end', summary: `CONNECT refused: ${sentenceOf(code, properties)}`, failure };
    }
    case 'PUBLISH': {
      const { qos, id, isRetained, payload, properties } = packet;
      const channel =
        packet.topic === '' ? (topic ?? `topic alias ${properties.topicAlias ?? 0}`) : packet.topic;
      const marks = [
        ...(qos > 0 ? [`QoS ${qos}`] : []),
        ...(isRetained ? ['retained'] : []),
        ...(packet.isDuplicate ? ['sent again'] : []),
      ];
      const cut = message.isCut === true ? ' (cut)' : '';
      const summary = [`PUBLISH ${channel}`, ...marks, `${payload.length} bytes${cut}`].join(', ');
      const callId = id === undefined ? undefined : { callId: `PUBLISH ${id}` };
      return { kind: 'event', name, summary, channel, ...callId, data: bodyValue(payload) };
    }
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      return acknowledgement(packet);
    case 'SUBSCRIBE':
    case 'UNSUBSCRIBE': {
      const { id, filters } = packet;
      const [channel] = filters;
      const summary = `${name} ${listOf(filters)}`;
      return {
        kind: 'request',
        name,
        summary,
        callId: `${name} ${id}`,
        data: filters,
        ...(channel !== undefined && { channel }),
      };
    }
    case 'SUBACK':
    case 'UNSUBACK': {
      const { id, codes, properties } = packet;
      const asked = name === 'SUBACK' ? 'SUBSCRIBE' : 'UNSUBSCRIBE';
      const common = { kind: 'response', name, replyTo: `${asked} ${id}`, data: codes } as const;
      const refused = codes.filter((code) => code >= 128);
      const [first] = refused;
      if (first === undefined) return { ...common, summary: `${asked} accepted` };
      const share = codes.length === 1 ? '' : ` for ${refused.length} of ${codes.length} filters`;
      const summary = `${asked} refused${share}: ${sentenceOf(first, properties)}`;
      return { ...common, summary, failure: toFailure(first, properties) };
    }
    case 'PINGREQ':
      return { kind: 'ping', name, summary: 'ping' };
    case 'PINGRESP':
      return { kind: 'pong', name, summary: 'pong' };
    case 'DISCONNECT': {
      const { code, properties } = packet;
      const who = message.direction === 'in' ? 'the server' : 'the client';
      const data = { code, ...properties };
      if (code < 128) return { kind: 'end', name, summary: `DISCONNECT: ${who} ends it`, data };
      const summary = `DISCONNECT by ${who}: ${sentenceOf(code, properties)}`;
      return { kind: 'end', name, summary, failure: toFailure(code, properties), data };
    }
    case 'AUTH':
      return { kind: 'control', name, summary: packet.code === 25 ? 'AUTH: log in again' : 'AUTH' };
  }
}

/** QoS 1 takes one step (PUBACK), QoS 2 three: PUBREC answers PUBLISH, and PUBCOMP answers PUBREL. */
function acknowledgement(
  packet: MqttPacket & { readonly type: 'PUBACK' | 'PUBREC' | 'PUBREL' | 'PUBCOMP' },
): Packet {
  const { type: name, id, codes, properties } = packet;
  const [code = 0] = codes;
  const refusal = code < 128 ? '' : ` refused: ${sentenceOf(code, properties)}`;
  const failure = code < 128 ? undefined : { failure: toFailure(code, properties) };
  if (name === 'PUBREL')
    return { kind: 'control', name, summary: `${name} ${id}${refusal}`, callId: `PUBREL ${id}`, ...failure };
  const replyTo = `${name === 'PUBCOMP' ? 'PUBREL' : 'PUBLISH'} ${id}`;
  return { kind: 'response', name, summary: `${name} ${id}${refusal}`, replyTo, ...failure };
}

function toFailure(code: number, properties: MqttProperties): Failure {
  const { retry } = mqttFailure(code);
  return { code: String(code), message: sentenceOf(code, properties), retry };
}

function sentenceOf(code: number, { reason, serverReference }: MqttProperties): string {
  const { meaning } = mqttFailure(code);
  const elsewhere = serverReference === undefined ? '' : ` (${serverReference})`;
  const said = reason === undefined || reason === '' ? '' : `: ${reason}`;
  return `${meaning}${elsewhere}${said}`;
}

function listOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
