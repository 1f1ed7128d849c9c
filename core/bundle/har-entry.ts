import { z } from 'zod';
import type { HandshakeEvent, MessageEventRecord } from '../capture/event';
import { HOOK_SOURCE_URL } from '../capture/hook-source-url';
import { URL_LIMIT } from '../capture/event-parts';
import { fromBase64 } from './base64';
import { harCloseSchema } from './har-close-schema';

/**
 * One HAR 1.2 entry of a WebSocket, as Chromium's DevTools write it: `_resourceType: "websocket"` and
 * `_webSocketMessages` with the frames, and with the browser's own failure text as a frame of type "error". Read the
 * same way from a file and from `chrome.devtools.network`. There is no close code anywhere in it.
 */
export const webSocketMessageSchema = z.object({
  /** Chromium's words, and those of proxies that tell of frames instead. */
  type: z.union([
    z.enum(['send', 'receive', 'error', 'close']),
    z.enum(['sent', 'outgoing', 'client', 'request']).transform(() => 'send' as const),
    z.enum(['received', 'incoming', 'server', 'response']).transform(() => 'receive' as const),
  ]),
  /** Seconds since the epoch. Some write milliseconds, or ISO 8601. */
  time: z
    .union([z.number(), z.string().transform(secondsOf)])
    .optional()
    .catch(undefined),
  /** RFC 6455 section 5.2: 1 text, 2 binary (then `data` is base64), 8 close; -1 on errors. */
  opcode: z.number().optional().catch(undefined),
  data: z.string().optional().catch(undefined),
  /** Of a close frame, where a proxy writes it out. */
  code: z.number().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});
export type HarWebSocketMessage = z.infer<typeof webSocketMessageSchema>;

const headerSchema = z.object({ name: z.string(), value: z.string() });

/** What made the request. Its innermost stack frame comes first. */
const initiatorSchema = z.object({
  stack: z
    .object({ callFrames: z.array(z.object({ url: z.string() })) })
    .optional()
    .catch(undefined),
});

export const harEntrySchema = z.object({
  startedDateTime: z.string().optional().catch(undefined),
  time: z.number().optional().catch(undefined),
  request: z.object({
    url: z.string().transform((url) => url.slice(0, URL_LIMIT)),
    headers: z.array(headerSchema).optional().catch(undefined),
  }),
  response: z
    .object({ status: z.number().catch(0), headers: z.array(headerSchema).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  _resourceType: z.string().optional().catch(undefined),
  /** Its messages are handed out one by one before the entry, and are not in it any more; from DevTools itself they are. */
  _webSocketMessages: z
    .array(webSocketMessageSchema.optional().catch(undefined))
    .transform((messages) => messages.filter((message) => message !== undefined))
    .optional()
    .catch(undefined),
  _close: harCloseSchema.optional().catch(undefined),
  /** Which page of the log it belongs to: an entry of a worker has none. */
  pageref: z.string().optional().catch(undefined),
  _initiator: initiatorSchema.optional().catch(undefined),
});
export type HarEntry = z.infer<typeof harEntrySchema>;

type HandshakeFacts = Pick<HandshakeEvent, 'url' | 'status' | 'responseHeaders' | 'failure'>;

/** The handshake that an entry records; undefined for what is no WebSocket, or no HAR entry at all. */
export function harEntryToHandshake(entry: unknown): HandshakeFacts | undefined {
  const parsed = harEntrySchema.safeParse(entry);
  if (!parsed.success || !isWebSocketEntry(parsed.data)) return undefined;
  const { request, response, _webSocketMessages: messages = [] } = parsed.data;
  const failure = messages.find(({ type }) => type === 'error');
  const status = response?.status ?? 0;
  return {
    url: request.url,
    // 0 is what DevTools write when no status reached the log: every refusal, whatever the server answered.
    ...(Number.isInteger(status) && status >= 100 && status <= 999 ? { status } : undefined),
    ...(response?.headers === undefined ? undefined : { responseHeaders: toPairs(response.headers) }),
    // No text at all is no empty text: only Chromium's "" says that the words were withheld.
    ...(failure?.data === undefined ? undefined : { failure: failure.data.slice(0, 4_096) }),
  };
}

/**
 * Who made the socket of an entry, by Chromium's word (measured in Chromium 156): `hook` where the hook's own frame is
 * the innermost of the stack, `worker` where the entry belongs to no page of the log, `document` for what the hook
 * missed, such as a socket made with the constructor of a frame's initial empty document. Undefined: it does not say.
 */
export function makerOf(entry: unknown): 'hook' | 'worker' | 'document' | undefined {
  const parsed = harEntrySchema.safeParse(entry);
  const innermost = parsed.data?._initiator?.stack?.callFrames[0];
  if (innermost === undefined) return undefined;
  if (innermost.url === HOOK_SOURCE_URL) return 'hook';
  return parsed.data?.pageref === undefined ? 'worker' : 'document';
}

/** Seconds since the epoch, as HAR has them in WebSocket messages, to milliseconds. */
export function toMs(seconds: number | undefined, otherwise: number): number {
  // Seconds reach this number in the year 5138; whoever is beyond wrote milliseconds.
  const isMs = (seconds ?? 0) > 1e11 && (seconds ?? 0) < 1e14;
  const ms = (seconds ?? NaN) * (isMs ? 1 : 1_000);
  return Number.isFinite(ms) ? ms : otherwise;
}

function secondsOf(iso: string): number {
  return Date.parse(iso) / 1_000;
}

/** RFC 6455 section 5.2. */
const BINARY_FRAME = 2;

type MessageFacts = Pick<
  MessageEventRecord,
  'type' | 'timeMs' | 'direction' | 'format' | 'sizeBytes' | 'text' | 'bytes'
>;

/** One message of an entry, binary ones decoded. @param startedMs its time where it has none */
export function harMessageToRecord(message: HarWebSocketMessage, startedMs: number): MessageFacts {
  const data = message.data ?? '';
  const head = {
    type: 'message',
    timeMs: toMs(message.time, startedMs),
    direction: message.type === 'send' ? 'out' : 'in',
  } as const;
  if (message.opcode !== BINARY_FRAME) return { ...head, format: 'text', sizeBytes: data.length, text: data };
  const bytes = fromBase64(data);
  return bytes === undefined
    ? { ...head, format: 'binary', sizeBytes: data.length }
    : { ...head, format: 'binary', sizeBytes: bytes.length, bytes };
}

/** By its kind, its address, its frames, or (in what proxies write) by the upgrade that it asked for. */
export function isWebSocketEntry({ _resourceType, _webSocketMessages, request }: HarEntry): boolean {
  if (_resourceType === 'websocket' || _webSocketMessages !== undefined) return true;
  if (/^wss?:/i.test(request.url)) return true;
  return (request.headers ?? []).some(
    ({ name, value }) => /^upgrade$/i.test(name) && /^websocket$/i.test(value.trim()),
  );
}

function toPairs(headers: readonly { readonly name: string; readonly value: string }[]): [string, string][] {
  return headers.slice(0, 200).map(({ name, value }) => [name.slice(0, 500), value.slice(0, 8_192)]);
}
