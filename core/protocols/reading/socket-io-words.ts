import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { fieldsOf, textOf } from './json-fields';
import type { SocketIoPacket } from './socket-io-packet';

/** A Socket.IO packet in the words that all protocols share. */
export function toSharedPacket(packet: SocketIoPacket, { direction, isCut }: MessageEventRecord): Packet {
  const { namespace } = packet;
  const where = namespace === '/' ? '' : ` ${namespace}`;
  const within = namespace === '/' ? '' : ` in ${namespace}`;
  const channel = { channel: namespace };
  switch (packet.type) {
    case 'connect':
      return direction === 'out'
        ? {
            ...channel,
            kind: 'request',
            name: 'CONNECT',
            summary: `CONNECT${where}${packet.data === undefined ? '' : ' with auth'}`,
            callId: connectId(namespace),
            data: packet.data,
          }
        : {
            ...channel,
            kind: 'response',
            name: 'CONNECT',
            summary: `CONNECT${where} accepted`,
            replyTo: connectId(namespace),
            data: packet.data,
          };
    case 'disconnect': {
      const who = direction === 'in' ? 'the server' : 'the client';
      return { ...channel, kind: 'end', name: 'DISCONNECT', summary: `DISCONNECT${where}: ${who} ends it` };
    }
    case 'connect-error': {
      const { reason, data } = packet;
      return {
        ...channel,
        kind: 'response',
        name: 'CONNECT_ERROR',
        summary: `CONNECT${where} refused: ${reason === '' ? 'no reason given' : reason}`,
        replyTo: connectId(namespace),
        failure: { message: reason, ...(reason !== '' && { code: reason }), retry: 'no' },
        data,
      };
    }
    case 'event': {
      const { event, args, ackId } = packet;
      const failure = failureIn(args);
      const error =
        failure === undefined ? '' : `, error: ${failure.message === '' ? 'true' : failure.message}`;
      const cut = isCut === true ? ' (cut)' : '';
      // Nearly all messages are events, and spread syntax takes ten times as long as plain fields.
      const plain: Packet = {
        channel: namespace,
        kind: 'event',
        name: event,
        summary: `event ${event}${within}${error}${cut}`,
        data: args,
      };
      if (ackId === undefined && failure === undefined) return plain;
      return {
        ...plain,
        ...(ackId !== undefined && { callId: callId(namespace, ackId) }),
        ...(failure !== undefined && { failure }),
      };
    }
    case 'ack': {
      const { ackId, args } = packet;
      return {
        ...channel,
        kind: 'response',
        name: 'ACK',
        summary: `answer${ackId === undefined ? '' : ` to ${ackId}`}${within}`,
        ...(ackId !== undefined && { replyTo: callId(namespace, ackId) }),
        data: args,
      };
    }
  }
}

export function attachmentSummary(count: number): string {
  return count === 1 ? '1 attachment' : `${count} attachments`;
}

function connectId(namespace: string): string {
  return `CONNECT ${namespace}`;
}
function callId(namespace: string, ackId: number): string {
  return `${namespace} ${ackId}`;
}

/** Servers tell of errors in events of any name, with `error` in the first argument: OpenHands does. */
function failureIn([first]: readonly unknown[]): Failure | undefined {
  const fields = fieldsOf(first);
  const error = fields?.get('error');
  if (fields === undefined || error === undefined || error === null || error === false || error === '')
    return undefined;
  const said = error === true ? fields.get('message') : error;
  const message = textOf(said) ?? textOf(fieldsOf(said)?.get('message'));
  return { message: message ?? '' };
}
