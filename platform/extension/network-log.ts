import { harEntrySchema, harEntryToHandshake } from '../../core/bundle/har-entry';

/** The part of `chrome.devtools.network` that is used here. */
interface DevtoolsNetwork {
  readonly onRequestFinished: { addListener(listener: (entry: unknown) => void): void };
  getHAR(callback: (log: unknown) => void): void;
}

export interface NetworkLog {
  /** Somebody looks: sockets that are still open are looked up, about once a second. @returns stop */
  watch(): () => void;
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
 */
export function watchNetworkLog(
  network: DevtoolsNetwork,
  whereRecorded: (startedMs: number, act: () => void) => void,
  report: (records: readonly unknown[]) => void,
): NetworkLog {
  let lastSeq = 0;
  let lastSocketId = 0;
  /** What has been told, by `Sec-WebSocket-Key`: each handshake has one of its own. */
  const told = new Map<string, { readonly socketId: number; hasEnded: boolean }>();
  const now = () => performance.timeOrigin + performance.now();
  const stamp = () => ({ source: 'network-log', seq: (lastSeq += 1), timeMs: now() });

  function tell(entry: unknown, hasEnded: boolean): void {
    const handshake = harEntryToHandshake(entry);
    if (handshake === undefined) return;
    const key = keyOf(entry);
    const before = key === undefined ? undefined : told.get(key);
    if (before?.hasEnded === true || (before !== undefined && !hasEnded)) return;
    const socketId = before?.socketId ?? (lastSocketId += 1);
    if (key !== undefined) told.set(key, { socketId, hasEnded });
    const startedMs = startOf(entry);
    whereRecorded(startedMs, () => {
      // The entry's own times are not safe for refused sockets (measured: off by minutes): the arrival is. Those of
      // open ones are, and with them such a record is told from one that comes at the end.
      const opened = hasEnded ? undefined : { startedMs };
      report([{ ...stamp(), type: 'handshake', socketId, ...handshake, ...opened }]);
    });
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
