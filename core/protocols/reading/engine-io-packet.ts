import { decodePacket } from 'engine.io-parser';
import type { MessageEventRecord } from '../../capture/event';
import { numberOf, parseFields } from './json-fields';

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

/** Recognised by the query, because the path is free to choose. */
export function isEngineIoAddress(url: string): boolean {
  return revisionOf(url) !== undefined;
}

/** The protocol revision that the client speaks: 3 (Socket.IO 2) or 4 (since Socket.IO 3); undefined: no Engine.IO. */
export function revisionOf(url: string): number | undefined {
  if (!url.includes('EIO=') || !URL.canParse(url)) return undefined;
  const revision = new URL(url).searchParams.get('EIO');
  return revision === null ? undefined : Number(revision) || 0;
}

/** Reads one packet; undefined: it breaks the protocol, or cannot be read from here. */
export function decodeEngineIo({ format, sizeBytes, text }: MessageEventRecord): EnginePacket | undefined {
  if (format === 'binary') return { type: 'binary', sizeBytes };
  return text === undefined ? undefined : decodeText(text);
}

function decodeText(text: string): EnginePacket | undefined {
  // "b" announces base64, which only HTTP polling needs (engine-io-payload.ts turns it into bytes).
  if (text.startsWith('b')) return undefined;
  const parsed = decodePacket(text);
  const { type } = parsed;
  const body = typeof parsed.data === 'string' ? parsed.data : '';
  switch (type) {
    case 'open':
      return decodeOpening(body);
    case 'ping':
    case 'pong':
      return { type, isProbe: body === 'probe' };
    case 'message':
      return { type, text: body };
    case 'close':
    case 'upgrade':
    case 'noop':
      return { type };
    case 'error':
      return undefined;
  }
}

function decodeOpening(body: string): EnginePacket | undefined {
  const fields = parseFields(body);
  if (fields === undefined) return undefined;
  return {
    type: 'open',
    opening: {
      pingIntervalMs: numberOf(fields.get('pingInterval')),
      pingTimeoutMs: numberOf(fields.get('pingTimeout')),
      maxPayloadBytes: numberOf(fields.get('maxPayload')),
    },
  };
}
