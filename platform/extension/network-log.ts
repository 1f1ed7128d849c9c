import { harEntryToHandshake } from '../../core/bundle/har-entry';

/** The part of `chrome.devtools.network` that is used here. */
interface DevtoolsNetwork {
  readonly onRequestFinished: { addListener(listener: (entry: unknown) => void): void };
}

/**
 * Chromium only: the DevTools network log names why a handshake failed, in words that no page and no other extension
 * API gets to see, and it needs no permission. An entry arrives when its socket ends.
 *
 * @param whereRecorded lets through what began at that time only where recording is on
 * @param report receives records for this window's stream
 */
export function watchNetworkLog(
  network: DevtoolsNetwork,
  whereRecorded: (startedMs: number, act: () => void) => void,
  report: (records: readonly unknown[]) => void,
): void {
  let lastSeq = 0;
  let lastSocketId = 0;
  const stamp = () => ({
    source: 'network-log',
    seq: (lastSeq += 1),
    timeMs: performance.timeOrigin + performance.now(),
  });
  report([{ ...stamp(), type: 'source-started' }]);
  network.onRequestFinished.addListener((entry) => {
    const handshake = harEntryToHandshake(entry);
    if (handshake === undefined) return;
    // The entry's own times are not safe for refused sockets (measured: off by minutes): the arrival is.
    whereRecorded(startOf(entry), () => {
      report([{ ...stamp(), type: 'handshake', socketId: (lastSocketId += 1), ...handshake }]);
    });
  });
}

/** As far as it can be believed; now, where it is not told. */
function startOf(entry: unknown): number {
  const { startedDateTime } = entry as { readonly startedDateTime?: unknown };
  const startedMs = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : NaN;
  return Number.isNaN(startedMs) ? Date.now() : startedMs;
}
