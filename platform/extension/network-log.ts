import type { NumberedRecord } from './kept-payload';
import {
  harEntrySchema,
  harEntryToHandshake,
  harMessageToRecord,
  makerOf,
  type HarWebSocketMessage,
} from '../../core/bundle/har-entry';

/** The part of `chrome.devtools.network` that is used here. */
interface DevtoolsNetwork {
  readonly onRequestFinished: { addListener(listener: (entry: unknown) => void): void };
  getHAR(callback: (log: unknown) => void): void;
}

/** What has been told of one socket. */
interface Told {
  readonly socketId: number;
  hasEnded: boolean;
  messages: number;
}

export interface NetworkLog {
  /** Somebody looks: sockets that are still open are looked up, about once a second. @returns stop */
  watch(): () => void;
  /** So many messages of sockets that the page hook does not see had to be let go. */
  reportDropped(count: number): void;
}

const LOOK_EVERY_MS = 1_000;
/** Asking costs DevTools' own thread as much as the log is long (measured: 2 ms, or 110 with 20,000 frames). */
const MOST_SHARE_OF_TIME = 0.05;

/**
 * Chromium only: the DevTools network log names why a handshake failed, in words that no page and no other extension
 * API gets to see, and it needs no permission. An entry is handed over when its socket ends; those of sockets that are
 * open can be asked for.
 *
 * @param whereRecorded lets through what began at that time only where recording is on
 * @param report receives records for this window's stream
 * @param reportMessages receives messages of sockets that the page hook does not see: of workers, above all
 */
export function watchNetworkLog(
  network: DevtoolsNetwork,
  whereRecorded: (startedMs: number, act: () => void) => void,
  report: (records: readonly unknown[]) => void,
  reportMessages: (records: readonly NumberedRecord[]) => void,
): NetworkLog {
  let lastSeq = 0;
  let lastSocketId = 0;
  /** What has been told, by `Sec-WebSocket-Key`: each handshake has one of its own. */
  const told = new Map<string, Told>();
  const now = () => performance.timeOrigin + performance.now();
  const nextSeq = () => (lastSeq += 1);
  const stamp = () => ({ source: 'network-log', seq: nextSeq(), timeMs: now() });

  function tell(entry: unknown, hasEnded: boolean): void {
    const handshake = harEntryToHandshake(entry);
    if (handshake === undefined) return;
    const key = keyOf(entry);
    const before = key === undefined ? undefined : told.get(key);
    const known = before ?? { socketId: (lastSocketId += 1), hasEnded: false, messages: 0 };
    if (key !== undefined) told.set(key, known);
    if (known.hasEnded) return;
    const startedMs = startOf(entry);
    const maker = makerOf(entry);
    if (maker === 'worker' || maker === 'document') tellMessages(entry, known, startedMs);
    if (before !== undefined && !hasEnded) return;
    known.hasEnded = hasEnded;
    const { socketId } = known;
    whereRecorded(startedMs, () => {
      // The entry's own times are not safe for refused sockets (measured: off by minutes): the arrival is. Those of
      // open ones are, and with them such a record is told from one that comes at the end.
      const opened = hasEnded ? undefined : { startedMs };
      const worker = maker === 'worker' ? { isFromWorker: true } : undefined;
      report([{ ...stamp(), type: 'handshake', socketId, ...handshake, ...opened, ...worker }]);
    });
  }

  function tellMessages(entry: unknown, known: Told, startedMs: number): void {
    const messages = messagesOf(entry);
    const more = messages.slice(known.messages);
    known.messages = messages.length;
    if (more.length === 0) return;
    whereRecorded(startedMs, () =>
      reportMessages(
        more.map((message) => ({
          source: 'network-log',
          seq: nextSeq(),
          socketId: known.socketId,
          ...harMessageToRecord(message, startedMs),
        })),
      ),
    );
  }

  function look(then: () => void): void {
    network.getHAR((log) => {
      tellOpen(entriesOf(log), (entry) => tell(entry, false));
      then();
    });
  }

  report([{ ...stamp(), type: 'source-started' }]);
  network.onRequestFinished.addListener((entry) => tell(entry, true));
  look(() => undefined);

  return {
    reportDropped: (count) => report([{ ...stamp(), type: 'events-dropped', count }]),
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isStopped = false;
      const again = () => {
        const askedMs = performance.now();
        look(() => {
          const costMs = performance.now() - askedMs;
          if (!isStopped) timer = setTimeout(again, Math.max(LOOK_EVERY_MS, costMs / MOST_SHARE_OF_TIME));
        });
      };
      again();
      return () => {
        isStopped = true;
        clearTimeout(timer);
      };
    },
  };
}

/**
 * Open sockets, and of one address only those before which no other is still under way: entries come in the order in
 * which the sockets were made, and that order is what tells two of one address apart.
 */
function tellOpen(entries: readonly unknown[], tell: (entry: unknown) => void): void {
  const underWay = new Set<string>();
  for (const entry of entries) {
    const handshake = harEntryToHandshake(entry);
    if (handshake === undefined || handshake.failure !== undefined) continue;
    if (handshake.status === undefined) underWay.add(handshake.url);
    else if (handshake.status === 101 && !underWay.has(handshake.url)) tell(entry);
  }
}

function messagesOf(entry: unknown): readonly HarWebSocketMessage[] {
  const parsed = harEntrySchema.safeParse(entry);
  return (parsed.data?._webSocketMessages ?? []).filter(({ type }) => type !== 'error');
}

function entriesOf(log: unknown): readonly unknown[] {
  const { entries } = (log ?? {}) as { readonly entries?: unknown };
  return Array.isArray(entries) ? entries : [];
}

/** The request's own random number (RFC 6455 section 4.1). */
function keyOf(entry: unknown): string | undefined {
  const parsed = harEntrySchema.safeParse(entry);
  if (!parsed.success) return undefined;
  return parsed.data.request.headers?.find(({ name }) => /^sec-websocket-key$/i.test(name))?.value;
}

/** As far as it can be believed; now, where it is not told. */
function startOf(entry: unknown): number {
  const { startedDateTime } = entry as { readonly startedDateTime?: unknown };
  const startedMs = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : NaN;
  return Number.isNaN(startedMs) ? Date.now() : startedMs;
}
