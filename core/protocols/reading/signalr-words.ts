import type { MessageEventRecord } from '../../capture/event';
import type { Failure, KnownFailure, Packet } from '../protocol';
import type { SignalrMessage } from './signalr-message';

/** Servers number nothing: these are the parts of their sentences that stay the same. */
export const SIGNALR_FAILURES: readonly KnownFailure[] = [
  { code: 'is not supported', meaning: 'The server does not have this encoding', retry: 'no' },
  { code: 'does not support version', meaning: 'Client and server are too far apart', retry: 'no' },
  { code: 'Handshake was canceled', meaning: 'The client did not begin in time (15 s)', retry: 'yes' },
  {
    code: 'Method does not exist',
    meaning: 'The hub has no such method: compare names and argument counts',
    retry: 'no',
  },
  { code: 'Unknown hub method', meaning: 'The hub has no such method', retry: 'no' },
  {
    code: 'because user is unauthorized',
    meaning: 'The method asks for more rights',
    retry: 'after-renewal',
  },
  {
    code: 'The maximum message size',
    meaning: 'A message of the client is over MaximumReceiveMessageSize (32 KB)',
    retry: 'no',
  },
  {
    code: 'An unexpected error occurred invoking',
    meaning: 'The method threw; EnableDetailedErrors tells what',
    retry: 'unknown',
  },
  {
    code: 'Connection closed with an error',
    meaning: 'The server failed outside a method; EnableDetailedErrors tells where',
    retry: 'unknown',
  },
];

const HANDSHAKE = 'handshake';

/** A hub message in the words that all protocols share. */
export function toSignalrPacket(message: SignalrMessage, direction: MessageEventRecord['direction']): Packet {
  switch (message.type) {
    case 'handshake-request': {
      const { protocol, version } = message;
      const summary = `handshake: ${protocol}, version ${version}`;
      return { kind: 'request', name: 'HandshakeRequest', summary, callId: HANDSHAKE };
    }
    case 'handshake-response': {
      const failure = toFailure(message.error, 'no');
      const verdict = failure === undefined ? 'accepted' : `refused: ${failure.message}`;
      return {
        // A refused handshake ends the connection; which side closes first is chance.
        kind: failure === undefined ? 'response' : 'end',
        name: 'HandshakeResponse',
        summary: `handshake ${verdict}`,
        replyTo: HANDSHAKE,
        ...(failure !== undefined && { failure }),
      };
    }
    case 'invocation':
    case 'stream-invocation': {
      const { invocationId, target, args } = message;
      const isStream = message.type === 'stream-invocation';
      const call = `${isStream ? 'stream' : 'invoke'} ${target}`;
      return {
        kind: invocationId === undefined ? 'event' : 'request',
        name: target,
        summary: invocationId === undefined ? `event ${target}` : `${call}, call ${invocationId}`,
        ...(invocationId !== undefined && { callId: invocationId }),
        data: args,
      };
    }
    case 'stream-item': {
      const { invocationId, item } = message;
      return {
        kind: 'data',
        name: 'StreamItem',
        summary: `item of stream ${invocationId}`,
        // What a client sends belongs to an upload, whose ids are others than those of the server's calls.
        ...(direction === 'in' && { replyTo: invocationId }),
        data: item,
      };
    }
    case 'completion': {
      const { invocationId, error, result } = message;
      const failure = toFailure(error);
      const outcome = failure === undefined ? 'done' : `failed: ${failure.message}`;
      return {
        kind: failure === undefined ? 'response' : 'error',
        name: 'Completion',
        summary: `call ${invocationId} ${outcome}`,
        replyTo: invocationId,
        ...(failure !== undefined && { failure }),
        data: result,
      };
    }
    case 'cancel':
      return { kind: 'control', name: 'CancelInvocation', summary: `cancel call ${message.invocationId}` };
    case 'ping':
      return { kind: 'keep-alive', name: 'Ping', summary: 'ping' };
    case 'close': {
      const { error, allowReconnect } = message;
      const who = direction === 'in' ? 'the server' : 'the client';
      const failure = toFailure(error, allowReconnect ? 'yes' : 'no');
      const why = failure === undefined ? '' : `: ${failure.message}`;
      const back = direction === 'out' ? '' : allowReconnect ? ', and lets it come back' : ', for good';
      return {
        kind: 'end',
        name: 'Close',
        summary: `close: ${who} ends it${back}${why}`,
        ...(failure !== undefined && { failure }),
        data: { allowReconnect },
      };
    }
    case 'ack':
      return { kind: 'control', name: 'Ack', summary: `ack up to ${message.sequenceId}` };
    case 'sequence':
      return { kind: 'control', name: 'Sequence', summary: `goes on with message ${message.sequenceId}` };
    case 'unknown':
      return { kind: 'control', name: 'unknown', summary: `message of type ${message.number}` };
  }
}

function toFailure(error: string | undefined, retry?: 'yes' | 'no'): Failure | undefined {
  if (error === undefined) return undefined;
  const known = SIGNALR_FAILURES.find(({ code }) => error.includes(code));
  return {
    message: error,
    ...(known !== undefined && { code: known.code }),
    ...(retry !== undefined && { retry }),
  };
}
