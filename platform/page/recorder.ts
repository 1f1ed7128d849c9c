import { createAllowance } from './allowance';
import { BODY_LIMIT_BYTES, type MessageBody } from './message-body';
import { packMessages, packWhole } from './message-batch';
import type { FromPage, PageRecord, ToPage } from './page-port';
import { addListener, captureGetter, captureMethod, dispatch, later, Message, now } from './primordials';
import { createRing } from './ring';
import { toRecord } from './to-record';

/** Bytes of messages that one frame keeps for a panel that opens later, unless the user says otherwise. */
export const RING_BYTES = 8 * 1_048_576;
/** A page that sends in a long loop lets no timer run: after so many messages, they go out without one. */
const FLUSH_AFTER_MESSAGES = 2_000;
/** How long payload gathers before it is posted: two frames of a page. */
const FLUSH_DELAY_MS = 30;

const postMessage = captureMethod<undefined>(MessagePort.prototype, 'postMessage');
const startPort = captureMethod<undefined>(MessagePort.prototype, 'start');
const messageData = captureGetter<unknown>(MessageEvent.prototype, 'data');

interface Stamp<Type extends string> {
  readonly type: Type;
  readonly source: 'page-hook';
  readonly seq: number;
  readonly timeMs: number;
}

/** Takes what observers saw and decides what leaves the page when. Records are complete when they come here. */
export interface Recorder {
  /** The number of the next record. Counts control and payload together, so that they can be put in order again. */
  nextSeq(): number;
  /** How a record about this socket begins, at this moment. */
  stamp<Type extends string>(type: Type, socketId: number): Stamp<Type> & { readonly socketId: number };
  /** The number of the next socket, whatever its kind. */
  nextSocketId(): number;
  /** Few and never lost: sent at once. */
  control(record: PageRecord): void;
  /** Many: kept in the ring, and sent only while someone watches. */
  payload(seq: number, timeMs: number, socketId: number, isOut: boolean, body: MessageBody): void;
  /** A socket ends: what it said last goes out like control, and so outlives a page that nobody watches. */
  lastWords(socketId: number): void;
  /** While the page goes, all that is watched is handed over at once: no timer of its own runs any more. */
  setLeaving(isPageLeaving: boolean): void;
  /** An observer failed on something. The page must not notice; the panel must. */
  lost(): void;
  /** Called when somebody begins to watch, before anything of the ring is sent. */
  onWatch: (callback: () => void) => void;
}

/**
 * @param port this world's end of the private channel
 * @param relayEnd the relay's end, to dispatch control records on
 * @param onStop called when the other side says stop: the extension is gone or switched off
 * @param onStart called when the other side says start: switched on again
 */
export function createRecorder(
  port: MessagePort,
  relayEnd: MessagePort,
  onStop: () => void,
  onStart: () => void,
): Recorder {
  const ring = createRing(RING_BYTES);
  const allowance = createAllowance();
  let lastSeq = 0;
  let lastSocketId = 0;
  let reportBeforeWatch = (): void => undefined;
  let lostCount = 0;
  let watchedAfterSeq: number | undefined;
  let watchId = 0;
  let credit = 0;
  let isFlushPlanned = false;
  let unflushed = 0;
  let isLeaving = false;

  /** @param moved what is handed over and not copied */
  function post(message: FromPage, moved?: object): void {
    if (isLeaving) tell(message);
    else postMessage(port, moved === undefined ? [message] : [message, moved]);
  }

  /** Hands it over before the page goes on. */
  function tell(data: FromPage): void {
    dispatch(relayEnd, [new Message('message', { __proto__: null, data } as MessageEventInit)]);
  }

  function postControl(record: PageRecord): void {
    tell({ kind: 'control', record });
  }

  function stamp<Type extends string>(type: Type, seq: number): Stamp<Type> {
    return { type, source: 'page-hook', seq, timeMs: now() };
  }

  function nextSeq(): number {
    if (lastSeq === 0) {
      // The stream's first event goes out with the first thing worth telling: a page without sockets sends nothing.
      lastSeq = 1;
      const isTopFrame = window.top === window;
      postControl({ ...stamp('source-started', 1), url: location.href, isTopFrame });
    }
    return (lastSeq += 1);
  }

  function reportLost(): void {
    const count = lostCount;
    lostCount = 0;
    postControl({ ...stamp('events-dropped', nextSeq()), count });
  }

  function planFlush(): void {
    if (isFlushPlanned || watchedAfterSeq === undefined || credit === 0) return;
    isFlushPlanned = true;
    later(flush, FLUSH_DELAY_MS);
  }

  function flush(): void {
    isFlushPlanned = false;
    unflushed = 0;
    while (postBatch()) {
      // As many batches as the watcher can take: in a flood, timers come late, and what waits is evicted.
    }
  }

  /** @returns whether more is waiting, and may be sent */
  function postBatch(): boolean {
    if (watchedAfterSeq === undefined || credit === 0) return false;
    const first = ring.firstAfter(watchedAfterSeq);
    if (first === undefined) {
      if (watchedAfterSeq >= lastSeq) return false;
      // All is sent: what was recorded up to now and is not among it is gone. A watcher that is new learns that too.
      watchedAfterSeq = lastSeq;
      credit -= 1;
      post({ kind: 'payload', watchId, records: [], throughSeq: lastSeq });
      return false;
    }
    const { batch, last } = packMessages(first);
    watchedAfterSeq = last.next === undefined ? lastSeq : last.seq;
    credit -= 1;
    // Moved and not cloned: they are nobody else's.
    const moved = listOfTwo(batch.heads.buffer, batch.bytes);
    post({ kind: 'payload', watchId, records: [batch], throughSeq: watchedAfterSeq }, moved);
    return last.next !== undefined && credit > 0;
  }

  function postWhole(seq: number): void {
    const kept = ring.firstAfter(seq - 1);
    post({ kind: 'whole', seq, records: kept?.seq === seq ? [packWhole(kept)] : [] });
  }

  function onMessage(event: Event): void {
    const message = messageData(event) as ToPage;
    switch (message.kind) {
      case 'watch':
        watchedAfterSeq = message.afterSeq;
        watchId = message.watchId;
        credit = message.credit;
        reportBeforeWatch();
        planFlush();
        return;
      case 'credit':
        credit += message.credit;
        planFlush();
        return;
      case 'unwatch':
        watchedAfterSeq = undefined;
        return;
      case 'whole':
        postWhole(message.seq);
        return;
      case 'stop':
        watchedAfterSeq = undefined;
        ring.clear();
        onStop();
        return;
      case 'start':
        onStart();
        return;
      case 'configure':
        ring.resize(message.ringBytes);
        return;
    }
  }
  addListener(port, ['message', onMessage]);
  startPort(port, []);

  return {
    nextSeq,
    stamp: (type, socketId) => ({ ...stamp(type, nextSeq()), socketId }),
    control(record) {
      if (lostCount > 0) reportLost();
      postControl(record);
      // Totals mean something once it is known that the messages before them have been sent.
      if (record.type === 'socket-traffic') planFlush();
    },
    payload(seq, timeMs, socketId, isOut, body) {
      const isWatched = watchedAfterSeq !== undefined;
      // Bytes are copied at once, for the page may change them. The rest is copied only on its way to who watches.
      const isCopied = isWatched || body.buffer !== undefined;
      const limit = isCopied ? allowance.take(body.sizeBytes, timeMs) : BODY_LIMIT_BYTES;
      ring.push(seq, timeMs, socketId, isOut, body, limit);
      if (!isWatched) return;
      if (isLeaving || ((unflushed += 1) >= FLUSH_AFTER_MESSAGES && credit > 0)) flush();
      else planFlush();
    },
    lastWords(socketId) {
      ring.takeLast(
        socketId,
        watchedAfterSeq ?? 0,
        ({ seq, timeMs, isOut, sizeBytes, text, slab, start }) => {
          postControl(toRecord(seq, timeMs, socketId, isOut, sizeBytes, text, slab?.bytes.buffer, start));
        },
      );
    },
    setLeaving(isPageLeaving) {
      isLeaving = isPageLeaving;
      if (isLeaving) flush();
    },
    nextSocketId: () => (lastSocketId += 1),
    lost() {
      lostCount += 1;
    },
    onWatch(callback) {
      reportBeforeWatch = callback;
    },
  };
}

const { iterator } = Symbol;

/** A list that the browser can walk without calling `Array.prototype[Symbol.iterator]`, which can be the page's. */
function listOfTwo(first: object, second: object): object {
  let taken = 0;
  const next = () => {
    taken += 1;
    return { __proto__: null, done: taken > 2, value: taken === 1 ? first : second };
  };
  return { __proto__: null, [iterator]: () => ({ __proto__: null, next }) };
}
