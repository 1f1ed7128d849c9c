import { decodePacket } from 'engine.io-parser';
import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Protocol } from './protocol';

/** What the server announces in its open packet (Engine.IO protocol 4). Times in milliseconds. */
export interface EngineOpening {
  readonly pingIntervalMs: number | undefined;
  readonly pingTimeoutMs: number | undefined;
  readonly maxPayloadBytes: number | undefined;
}

export type EnginePacket =
  | { readonly type: 'open'; readonly opening: EngineOpening }
  | { readonly type: 'close' | 'upgrade' | 'noop' }
  /** `probe` asks over a new transport whether it works. */
  | { readonly type: 'ping' | 'pong'; readonly isProbe: boolean }
  | { readonly type: 'message'; readonly text: string }
  /** An attachment of the Socket.IO packet before it. */
  | { readonly type: 'binary'; readonly sizeBytes: number };

/** Engine.IO, the transport under Socket.IO; recognised by the query, because its path is free to choose. */
export const engineIo: Protocol<EnginePacket> = {
  id: 'engine-io',
  name: 'Engine.IO',
  isSpokenAt(url) {
    return URL.canParse(url) && new URL(url).searchParams.has('EIO');
  },
  decode(message) {
    if (message.format === 'binary') {
      const { sizeBytes } = message;
      return { packet: { type: 'binary', sizeBytes }, summary: `attachment, ${sizeBytes} bytes` };
    }
    return message.text === undefined ? 'not-mine' : decodeText(message.text);
  },
};

function decodeText(text: string): Decoding<EnginePacket> {
  // "b" announces base64, which only HTTP polling needs; the parser would allocate the whole body for it.
  if (text.startsWith('b')) return 'unreadable';
  const parsed = decodePacket(text);
  const { type } = parsed;
  const body = typeof parsed.data === 'string' ? parsed.data : '';
  switch (type) {
    case 'open':
      return decodeOpening(body);
    case 'ping':
    case 'pong':
      return {
        packet: { type, isProbe: body === 'probe' },
        summary: body === 'probe' ? `${type} (probe)` : type,
      };
    case 'message':
      return { packet: { type, text: body }, summary: 'message' };
    case 'close':
    case 'upgrade':
    case 'noop':
      return { packet: { type }, summary: type };
    case 'error':
      return 'unreadable';
  }
}

function decodeOpening(body: string): Decoding<EnginePacket> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return 'unreadable';
  }
  if (typeof parsed !== 'object' || parsed === null) return 'unreadable';
  const fields = new Map<string, unknown>(Object.entries(parsed));
  const opening = {
    pingIntervalMs: toNumber(fields.get('pingInterval')),
    pingTimeoutMs: toNumber(fields.get('pingTimeout')),
    maxPayloadBytes: toNumber(fields.get('maxPayload')),
  };
  const { pingIntervalMs } = opening;
  const summary = pingIntervalMs === undefined ? 'open' : `open, ping every ${pingIntervalMs / 1000} s`;
  return { packet: { type: 'open', opening }, summary };
}

function toNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The Engine.IO message type in front of every Socket.IO packet: enough to skip all others without decoding. */
export function isEngineMessage(message: MessageEventRecord): boolean {
  return message.text?.startsWith('4') ?? false;
}
