import type { MessageEventRecord } from '../capture/event';
import type { Opening, Packet, Protocol } from './protocol';
import { decodeStomp, stompFraming } from './reading/stomp-frame';
import { toStompWords } from './reading/stomp-words';
import { createStreamReader } from './reading/stream-reader';

export const stomp: Protocol = {
  id: 'stomp',
  name: 'STOMP',
  recognisedBy:
    'The subprotocol is `v10.stomp`, `v11.stomp` or `v12.stomp`, or the first frame is CONNECT, STOMP or CONNECTED.',
  decodes:
    'All frames of 1.0 to 1.2, several in a message or one over several; ERROR with its explanation, receipts with their time, heartbeats.',
  recognise,
  open: () =>
    createStreamReader<State>({
      framing: stompFraming,
      start: { version: undefined, isConnected: false },
      decode,
    }),
  closeCodes: [
    {
      from: 1000,
      meaning: 'RabbitMQ closes with it and the reason `STOMP died` after an ERROR or a missed heartbeat.',
      retry: 'unknown',
      by: 'server',
    },
    {
      from: 1002,
      meaning: 'Spring closes with it after every ERROR frame: the frame has the reason.',
      retry: 'unknown',
      by: 'server',
    },
    { from: 1007, meaning: 'RabbitMQ could not read a frame.', retry: 'no', by: 'server' },
    {
      from: 4500,
      meaning: 'Spring gave the session up: sending took too long or too much was waiting to be sent.',
      retry: 'with-backoff',
      by: 'server',
    },
  ],
  // STOMP has no codes: these are `message` headers of RabbitMQ.
  failures: [
    {
      code: 'Bad CONNECT',
      meaning: 'The login, the virtual host or a limit on connections: the explanation says which',
      retry: 'unknown',
    },
    { code: 'Version mismatch', meaning: 'None of the versions that were offered is spoken', retry: 'no' },
    {
      code: 'Credential expired',
      meaning: 'The login was good once and is not any more',
      retry: 'after-renewal',
    },
    { code: 'Illegal command', meaning: 'Something was sent before CONNECT', retry: 'no' },
  ],
  heartbeat: {
    sentBy: 'both',
    everyMs: 'negotiated',
    deadAfterMs: 'negotiated',
    note: 'A newline, answered by nothing: each side sends them as often as the slower of the two `heart-beat` headers says, and may end after longer silence (stompjs: 10 s, and twice that).',
  },
  reconnects: [
    {
      client: 'stompjs 7.5.0',
      waits: { kind: 'list', ms: [5_000] },
      jitter: 0,
      attempts: undefined,
      note: 'After every close that the page did not ask for, a refused login included; `reconnectTimeMode` EXPONENTIAL doubles the wait up to 15 minutes.',
    },
  ],
  testedWith: ['stompjs 7.5.0, with a broker in the test', 'frames as in the specification'],
};

const SUBPROTOCOLS = ['v10.stomp', 'v11.stomp', 'v12.stomp'];

function recognise({ offered, accepted, firstMessages }: Opening) {
  if (SUBPROTOCOLS.includes(accepted) || firstMessages.some(isOpening)) return 'certain';
  const mayBe = accepted === '' && firstMessages.length === 0;
  return mayBe && offered.some((name) => SUBPROTOCOLS.includes(name)) ? 'likely' : undefined;
}

/** CONNECT with at least one header, or CONNECTED, each from the side that sends it. */
function isOpening({ direction, text, bytes }: MessageEventRecord): boolean {
  const head = text?.slice(0, 200) ?? new TextDecoder().decode(bytes?.subarray(0, 200));
  const command = direction === 'out' ? /^(CONNECT|STOMP)\r?\n[\w-]+:/ : /^CONNECTED\r?\n([\w-]+:|\r?\n)/;
  return command.test(head);
}

interface State {
  /** As CONNECTED said. */
  readonly version: string | undefined;
  readonly isConnected: boolean;
}

function decode(bytes: Uint8Array, message: MessageEventRecord, before: State) {
  if (bytes[0] === 10 || bytes[0] === 13) return { packet: HEARTBEAT, state: before };
  const frame = decodeStomp(bytes, before.version);
  if (frame === undefined) return undefined;
  const packet = toStompWords(frame, message, before.isConnected);
  if (frame.command === 'CONNECTED')
    return { packet, state: { version: frame.headers.get('version') ?? '1.0', isConnected: true } };
  // CONNECTED may be missing here; nothing else comes before it.
  const opens = before.isConnected || ['CONNECT', 'STOMP', 'ERROR'].includes(frame.command);
  return { packet, state: opens ? before : { ...before, isConnected: true } };
}

const HEARTBEAT: Packet = { kind: 'keep-alive', name: 'heartbeat', summary: 'heartbeat' };
