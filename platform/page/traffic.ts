import type { BACKLOG_BYTES as BACKLOG } from '../../core/capture/backlog';
import type { Recorder } from './recorder';

/**
 * A send that leaves more than this waiting is worth a record, each doubling after it, and when it is gone again. As in
 * core/capture/backlog.ts.
 */
const BACKLOG_BYTES: typeof BACKLOG = 1_048_576;
/** Asking the browser costs; between two looks go this many sends. */
const LOOK_EVERY_SENDS = 64;
/** A body of this size is a reason to look at once. */
const LARGE_BODY_BYTES = 65_536;
/** Of so many open sockets the last words are looked for when a page goes: each look walks all that is kept. */
const MOST_LAST_WORDS = 16;

/** What went over one socket, as plain numbers: two of them change with each message, and nothing is allocated. */
export interface Traffic {
  readonly socketId: number;
  messagesIn: number;
  bytesIn: number;
  messagesOut: number;
  bytesOut: number;
  lastInMs: number;
  lastOutMs: number;
  streamsCreated: number;
  /** The backlog that is worth the next record. */
  nextBacklog: number;
  before: Traffic | undefined;
  after: Traffic | undefined;
}

/** The sockets of one realm that are alive, and what went over them. Holds no socket: those may be collected. */
export interface TrafficBook {
  open(socketId: number): Traffic;
  received(traffic: Traffic, sizeBytes: number, timeMs: number): void;
  sent(traffic: Traffic, sizeBytes: number, timeMs: number): void;
  /** After some sends it is worth asking the browser how much of them waits. */
  isBacklogWorthAsking(traffic: Traffic, sizeBytes: number): boolean;
  /** Reports what waits to be sent, if it is much more than what was reported last, or no longer much. */
  noteBacklog(traffic: Traffic, waitingBytes: number): void;
  report(traffic: Traffic, bufferedAmount?: number): void;
  /** The last report, and no more after it. */
  close(traffic: Traffic): void;
  reportAll: () => void;
  /** The page goes: what its open sockets said last, and how much in all. Nobody can ask them later. */
  reportLeaving: () => void;
}

export function createTrafficBook(recorder: Recorder): TrafficBook {
  // A linked list, because array methods and indices can be the page's.
  let newest: Traffic | undefined;

  function report(traffic: Traffic, bufferedAmount?: number): void {
    const { socketId, messagesIn, bytesIn, messagesOut, bytesOut, lastInMs, lastOutMs, streamsCreated } =
      traffic;
    recorder.control({
      ...recorder.stamp('socket-traffic', socketId),
      messagesIn,
      bytesIn,
      messagesOut,
      bytesOut,
      ...(lastInMs > 0 ? { lastInMs } : undefined),
      ...(lastOutMs > 0 ? { lastOutMs } : undefined),
      ...(streamsCreated > 0 ? { streamsCreated } : undefined),
      ...(bufferedAmount === undefined ? undefined : { bufferedAmount }),
    });
  }

  return {
    open(socketId) {
      const traffic: Traffic = {
        socketId,
        messagesIn: 0,
        bytesIn: 0,
        messagesOut: 0,
        bytesOut: 0,
        lastInMs: 0,
        lastOutMs: 0,
        streamsCreated: 0,
        nextBacklog: BACKLOG_BYTES,
        before: newest,
        after: undefined,
      };
      if (newest !== undefined) newest.after = traffic;
      newest = traffic;
      return traffic;
    },
    received(traffic, sizeBytes, timeMs) {
      traffic.messagesIn += 1;
      traffic.bytesIn += sizeBytes;
      traffic.lastInMs = timeMs;
    },
    sent(traffic, sizeBytes, timeMs) {
      traffic.messagesOut += 1;
      traffic.bytesOut += sizeBytes;
      traffic.lastOutMs = timeMs;
    },
    isBacklogWorthAsking: ({ messagesOut }, sizeBytes) =>
      sizeBytes >= LARGE_BODY_BYTES || messagesOut % LOOK_EVERY_SENDS === 0,
    noteBacklog(traffic, waitingBytes) {
      const isGone = waitingBytes < BACKLOG_BYTES && traffic.nextBacklog > BACKLOG_BYTES;
      if (waitingBytes < traffic.nextBacklog && !isGone) return;
      traffic.nextBacklog = isGone ? BACKLOG_BYTES : waitingBytes * 2;
      report(traffic, waitingBytes);
    },
    report,
    close(traffic) {
      report(traffic);
      const { before, after } = traffic;
      if (before !== undefined) before.after = after;
      if (after !== undefined) after.before = before;
      else if (newest === traffic) newest = before;
    },
    reportAll() {
      for (let traffic = newest; traffic !== undefined; traffic = traffic.before) report(traffic);
    },
    reportLeaving() {
      let looks = 0;
      for (let traffic = newest; traffic !== undefined; traffic = traffic.before) {
        if ((looks += 1) <= MOST_LAST_WORDS) recorder.lastWords(traffic.socketId);
        report(traffic);
      }
    },
  };
}
