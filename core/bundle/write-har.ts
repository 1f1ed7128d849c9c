import type { Connection } from '../capture/connection';
import type { MessageEventRecord } from '../capture/event';
import { toBase64 } from './base64';

export interface HarFacts {
  readonly appVersion: string;
  /** The recording browser's user agent string. */
  readonly browser: string;
}

/** RFC 6455 section 5.2. */
const OPCODES = { text: 1, binary: 2 } as const;
const MESSAGES_PER_STEP = 500;
/** What HAR 1.2 writes for a size or a time that is not known. */
const UNKNOWN = -1;

/**
 * Connections as HAR 1.2 with the WebSocket extension of Chromium's DevTools, which open it in their Network panel. How
 * each one ended stands in `_close` (docs/bundle-format.md). Written from redacted events.
 */
export function* harSteps(
  connections: readonly Connection[],
  { appVersion, browser }: HarFacts,
): Generator<string, void, void> {
  const pages = pagesOf(connections);
  const head = {
    version: '1.2',
    creator: { name: 'Hangup', version: appVersion },
    browser: { name: browser === '' ? 'unknown' : browser, version: '' },
    pages: [...pages.values()],
  };
  yield `{"log":${JSON.stringify(head).slice(0, -1)},"entries":[`;
  for (const [index, connection] of connections.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* entrySteps(connection, pages.get(connection.streamId)?.id);
  }
  yield '\n]}}\n';
}

function pagesOf(connections: readonly Connection[]) {
  const pages = new Map<
    string,
    { startedDateTime: string; id: string; title: string; pageTimings: object }
  >();
  for (const { streamId, documentUrl, startedMs } of connections) {
    if (documentUrl === undefined || pages.has(streamId)) continue;
    const id = `page_${pages.size + 1}`;
    const timings = { onContentLoad: UNKNOWN, onLoad: UNKNOWN };
    pages.set(streamId, { startedDateTime: toIso(startedMs), id, title: documentUrl, pageTimings: timings });
  }
  return pages;
}

function* entrySteps(connection: Connection, pageref: string | undefined): Generator<string, void, void> {
  const { url, startedMs, endedMs, messages } = connection;
  const lastMs = endedMs ?? messages.at(-1)?.timeMs ?? startedMs;
  const time = Math.max(0, lastMs - startedMs);
  const close = closeOf(connection);
  const entry = {
    ...(pageref !== undefined && { pageref }),
    _resourceType: 'websocket',
    startedDateTime: toIso(startedMs),
    time,
    request: requestOf(connection, url),
    response: responseOf(connection),
    cache: {},
    timings: {
      blocked: UNKNOWN,
      dns: UNKNOWN,
      connect: UNKNOWN,
      ssl: UNKNOWN,
      send: 0,
      wait: 0,
      receive: time,
    },
    ...(close !== undefined && { _close: close }),
  };
  yield `${JSON.stringify(entry).slice(0, -1)},"_webSocketMessages":[`;
  let separator = '';
  const failure = connection.handshake?.failure;
  if (failure !== undefined) {
    yield JSON.stringify({ type: 'error', time: lastMs / 1_000, opcode: UNKNOWN, data: failure });
    separator = ',';
  }
  for (let start = 0; start < messages.length; start += MESSAGES_PER_STEP) {
    const some = messages.slice(start, start + MESSAGES_PER_STEP);
    yield separator + some.map((message) => JSON.stringify(toHarMessage(message))).join(',');
    separator = ',';
  }
  yield ']}';
}

function toHarMessage({ direction, timeMs, format, text, bytes, isCut }: MessageEventRecord) {
  return {
    type: direction === 'out' ? 'send' : 'receive',
    time: timeMs / 1_000,
    opcode: OPCODES[format],
    data: text ?? (bytes === undefined ? '' : toBase64(bytes)),
    ...(isCut === true && { _isCut: true }),
  };
}

function closeOf({ close, closeCalls }: Connection) {
  if (close === undefined) return undefined;
  const { code, reason, wasClean, timeMs } = close;
  const calls = closeCalls
    .filter(({ error }) => error === undefined)
    .map((call) => ({
      time: call.timeMs / 1_000,
      readyState: call.readyState,
      ...(call.code !== undefined && { code: call.code }),
      ...(call.reason !== undefined && { reason: call.reason }),
    }));
  return { code, reason, wasClean, time: timeMs / 1_000, calls };
}

function requestOf({ constructed, handshake }: Connection, url: string) {
  const protocols = constructed?.protocols ?? [];
  const headers =
    protocols.length === 0 ? [] : [{ name: 'Sec-WebSocket-Protocol', value: protocols.join(', ') }];
  const query = URL.canParse(url) ? [...new URL(url).searchParams.entries()] : [];
  return {
    method: 'GET',
    url: handshake?.url ?? url,
    httpVersion: 'HTTP/1.1',
    headers,
    queryString: query.map(([name, value]) => ({ name, value })),
    cookies: [],
    headersSize: UNKNOWN,
    bodySize: 0,
  };
}

function responseOf({ handshake, open }: Connection) {
  // A socket that opened was answered with 101, whoever saw it.
  const status = handshake?.status ?? (open === undefined ? 0 : 101);
  return {
    status,
    statusText: status === 101 ? 'Switching Protocols' : '',
    httpVersion: 'HTTP/1.1',
    headers: (handshake?.responseHeaders ?? []).map(([name, value]) => ({ name, value })),
    cookies: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: handshake?.redirectUrl ?? '',
    headersSize: UNKNOWN,
    bodySize: UNKNOWN,
  };
}

/** Times beyond the calendar come from hostile files. */
function toIso(ms: number): string {
  return new Date(Math.abs(ms) <= 8.64e15 ? ms : 0).toISOString();
}
