import type { MessageEventRecord } from '../../capture/event';
import type { Failure, Packet } from '../protocol';
import { bodyValue } from './body-value';
import type { StompFrame } from './stomp-frame';

/**
 * A STOMP frame in the words that all protocols share.
 *
 * @param isConnected CONNECTED has come: until then an ERROR refuses the CONNECT
 */
export function toStompWords(frame: StompFrame, message: MessageEventRecord, isConnected: boolean): Packet {
  const { command: name, headers, body } = frame;
  const destination = headers.get('destination');
  const channel = destination === undefined ? undefined : { channel: destination };
  const receipt = headers.get('receipt');
  const asks = receipt === undefined ? undefined : { callId: receiptId(receipt) };
  switch (name) {
    case 'CONNECT':
    case 'STOMP': {
      // Never the login itself: rows are copied into bug reports.
      const hasLogin = [...headers.keys()].some((key) => /^(login|passcode|authorization)$|token/i.test(key));
      const versions = headers.get('accept-version') ?? '1.0';
      const summary = `CONNECT${hasLogin ? ' with a login' : ''}, STOMP ${versions}`;
      return { kind: 'request', name, summary, callId: 'CONNECT', data: agreementIn(headers) };
    }
    case 'CONNECTED': {
      const version = headers.get('version') ?? '1.0';
      const summary = `CONNECT accepted, STOMP ${version}`;
      return { kind: 'response', name, summary, replyTo: 'CONNECT', data: agreementIn(headers) };
    }
    case 'ERROR': {
      const failure = failureIn(frame);
      const answered = headers.get('receipt-id');
      const said = failure.message === '' ? 'no reason given' : failure.message;
      // 1.1 and 1.2 make the server close after it.
      if (!isConnected)
        return { kind: 'end', name, summary: `CONNECT refused: ${said}`, replyTo: 'CONNECT', failure };
      const replyTo = answered === undefined ? undefined : { replyTo: receiptId(answered) };
      return { kind: 'error', name, summary: `ERROR: ${said}`, failure, ...replyTo };
    }
    case 'SEND':
    case 'MESSAGE': {
      const cut = message.isCut === true ? ' (cut)' : '';
      const summary = `${name} ${destination ?? 'nowhere'}, ${body.length} bytes${cut}`;
      return { kind: 'event', name, summary, ...channel, ...asks, data: bodyValue(body) };
    }
    case 'RECEIPT': {
      const answered = headers.get('receipt-id') ?? '';
      return { kind: 'response', name, summary: `RECEIPT ${answered}`, replyTo: receiptId(answered) };
    }
    case 'DISCONNECT': {
      const who = message.direction === 'in' ? 'the server' : 'the client';
      return { kind: 'end', name, summary: `DISCONNECT: ${who} ends it`, ...asks };
    }
    default: {
      const about =
        destination ?? headers.get('id') ?? headers.get('message-id') ?? headers.get('transaction');
      const summary = about === undefined ? name : `${name} ${about}`;
      return { kind: receipt === undefined ? 'control' : 'request', name, summary, ...channel, ...asks };
    }
  }
}

function receiptId(id: string): string {
  return `receipt ${id}`;
}

/** What the two sides tell each other in the opening; times in milliseconds, 0: none. */
function agreementIn(headers: ReadonlyMap<string, string>) {
  const beats = /^(\d{1,9}),(\d{1,9})$/.exec(headers.get('heart-beat') ?? '');
  return {
    version: headers.get('version') ?? headers.get('accept-version'),
    host: headers.get('host'),
    server: headers.get('server'),
    sendsEveryMs: beats === null ? undefined : Number(beats[1]),
    expectsEveryMs: beats === null ? undefined : Number(beats[2]),
  };
}

/** Longer headers are no codes but stories. */
const CODE_LIMIT = 100;
/** Of a body that explains: the first of its lines; a stack trace may follow. */
const EXPLANATION_LIMIT = 500;

/** STOMP has no codes: the `message` header is a short description, and the body explains it. */
function failureIn({ headers, body }: StompFrame): Failure {
  const short = (headers.get('message') ?? '').trim();
  const text = new TextDecoder().decode(body.subarray(0, EXPLANATION_LIMIT)).trim();
  const explanation = text.split('\n')[0]?.trim() ?? '';
  const parts = [short, explanation].filter((part) => part !== '');
  const message = short === explanation ? short : parts.join(': ');
  return { message, ...(short !== '' && short.length <= CODE_LIMIT && { code: short }) };
}
