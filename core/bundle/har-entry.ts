import { z } from 'zod';
import type { HandshakeEvent } from '../capture/event';
import { URL_LIMIT } from '../capture/event-parts';

/**
 * One HAR 1.2 entry of a WebSocket, as Chromium's DevTools write it: `_resourceType: "websocket"` and
 * `_webSocketMessages` with the frames, and with the browser's own failure text as a frame of type "error". Read the
 * same way from a file and from `chrome.devtools.network`. There is no close code anywhere in it.
 */
const webSocketMessageSchema = z.object({
  type: z.enum(['send', 'receive', 'error']),
  /** Seconds since the epoch. */
  time: z.number().optional().catch(undefined),
  /** RFC 6455 section 5.2: 1 text, 2 binary (then `data` is base64); -1 on errors. */
  opcode: z.number().optional().catch(undefined),
  data: z.string().optional().catch(undefined),
});
export type HarWebSocketMessage = z.infer<typeof webSocketMessageSchema>;

/** Messages of a kind that we do not know are passed over; the others of the entry still count. */
const webSocketMessagesSchema = z
  .array(webSocketMessageSchema.optional().catch(undefined))
  .transform((messages) => messages.filter((message) => message !== undefined));

const headerSchema = z.object({ name: z.string(), value: z.string() });

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
  _webSocketMessages: webSocketMessagesSchema.optional().catch(undefined),
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
