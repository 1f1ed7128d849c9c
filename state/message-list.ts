import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { searchedText } from '../core/find/query-test';
import { EVERYTHING, termsOf } from '../core/find/query';
import type { ListedConnection, ListEntry } from './listed-connection';
import { isAskedAnew, isOfAnswers, isSameQuestion, type ListRequest } from './list-request';
import { createListRows } from './list-rows';
import type { ListMachinery } from './list-machinery';
import { createListSource, readUpTo, type ListSource } from './list-source';
import { NOTHING_LISTED, type ListState } from './list-state';
import { createMergedOrder, createSingleOrder, type MessageOrder } from './message-order';
import { createPatternBatch } from './pattern-batch';
import { transcriptOf } from '../core/protocols/wire';
import { text } from '../locales/text';

export interface MessageList {
  readonly store: Pick<StoreApi<ListState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** The same request again, with newer connections, goes on where the list is. */
  show(request: ListRequest): void;
  /** The messages of a row, from the first place to before the last. */
  rowAt(row: number): { readonly start: number; readonly end: number } | undefined;
  /** A message by its place among those that are listed. */
  entryAt(place: number): ListEntry | undefined;
  /** The row that a message is in; undefined: the filter leaves it out, or has not come to it. */
  rowOf(connectionId: string, index: number): number | undefined;
  stop(): void;
}

/** One portion of work: a frame has 16 ms, and drawing wants some. */
const PORTION_MS = 9;
/** Of the first one, which the drawing of everything else waits for. */
const FIRST_PORTION_MS = 4;
/** How often a list that is still growing is shown. */
const SHOWN_EVERY_MS = 60;
/** Of what is looked at between two looks at the clock: about half a millisecond. */
const COST_PER_LOOK = 2_000;
/** A filter that asks of answers is asked anew when more has come, as often as this. */
const ASKED_AGAIN_MS = 1_000;

const NOTHING: ListRequest = {
  connections: [],
  query: EVERYTHING,
  foldsHeartbeats: true,
  pinned: new Set(),
};

/**
 * The rows of the message list: in order, filtered, folded. Everything is done in portions, and what was done stays
 * while more messages come: a tick costs what is new in it.
 */
export function createMessageList({ nowMs, soon, patterns }: ListMachinery): MessageList {
  const store = createStore<ListState>()(() => NOTHING_LISTED);
  let request = NOTHING;
  let sources: ListSource[] = [];
  let order: MessageOrder = createSingleOrder();
  const rows = createListRows((at) => {
    const { transcript } = sourceAt(at);
    return request.foldsHeartbeats && transcript.isHeartbeat(order.indexAt(at));
  });
  /** The next place of the order to be looked at. */
  let place = 0;
  const batch = createPatternBatch(patterns);
  let asksOfAnswers = false;
  let askedMs = 0;
  let shownMs = 0;
  let problem: string | undefined;
  let cancelNext: (() => void) | undefined;

  function publish(): void {
    shownMs = nowMs();
    const isDone = problem !== undefined || (place >= order.count && batch.isEmpty);
    store.setState({
      version: store.getState().version + 1,
      rowCount: rows.rowCount,
      foundCount: rows.foundCount,
      messageCount: order.count,
      progress: isDone ? undefined : place / Math.max(1, order.count),
      problem,
    });
  }

  function toSource(listed: ListedConnection): ListSource {
    return createListSource(listed, () => request, batch.toTest);
  }

  function startOver(): void {
    goBackTo(0);
    problem = undefined;
    askedMs = nowMs();
    batch.begin([...termsOf(request.query)].filter((term) => term.kind === 'pattern'));
    asksOfAnswers = isOfAnswers(request.query);
    sources = request.connections.map(toSource);
  }

  function goBackTo(to: number): void {
    batch.forget();
    place = Math.min(place, to);
    rows.goBackTo(place);
  }

  function sourceAt(at: number): ListSource {
    const source = sources[order.listAt(at)];
    if (source === undefined) throw new Error('A place in the order belongs to a connection');
    return source;
  }

  /** One portion. True: there is more to do now. */
  function work(portionMs: number): boolean {
    if (problem !== undefined) return false;
    const untilMs = nowMs() + portionMs;
    if (asksOfAnswers) {
      for (const source of sources) {
        const last = source.listed.connection.messages.length - 1;
        while (last >= 0 && !readUpTo(source, last)) if (nowMs() >= untilMs) return true;
      }
    }
    let cost = 0;
    const end = order.count;
    const { hasPatterns } = batch;
    const only = sources.length === 1 ? sources[0] : undefined;
    for (; place < end; place += 1) {
      if (cost > COST_PER_LOOK) {
        if (nowMs() >= untilMs) return true;
        cost = 0;
      }
      const source = only ?? sourceAt(place);
      const index = only === undefined ? order.indexAt(place) : place;
      while (source.readCount <= index) if (!readUpTo(source, index) && nowMs() >= untilMs) return true;
      const message = source.listed.connection.messages[index];
      if (message === undefined) continue;
      cost += 1 + ((message.text?.length ?? 0) >> 7);
      if (!hasPatterns) {
        if (source.test(message, index)) rows.add(place);
      } else if (source.possible(message, index)) {
        const text = searchedText(message, () => source.transcript.decodingAt(index));
        if (batch.add(place, text)) {
          place += 1;
          break;
        }
      }
    }
    if (!batch.isEmpty) ask();
    return false;
  }

  function ask(): void {
    batch.run(
      (at) => {
        const { listed, test } = sourceAt(at);
        const index = order.indexAt(at);
        const message = listed.connection.messages[index];
        if (message !== undefined && test(message, index)) rows.add(at);
      },
      (isAnswered) => {
        if (!isAnswered) problem = text('messages.patternTooSlow');
        goOn();
      },
    );
  }

  function goOn(portionMs = PORTION_MS): void {
    cancelNext?.();
    cancelNext = undefined;
    const hasMore = work(portionMs);
    const isWaiting = !batch.isEmpty;
    if (!(hasMore || isWaiting) || nowMs() - shownMs >= SHOWN_EVERY_MS) publish();
    if (hasMore) cancelNext = soon(() => goOn());
  }

  function show(next: ListRequest): void {
    const before = request;
    request = next;
    const kept = isSameQuestion(before, next) ? keepSources() : undefined;
    if (kept === undefined) {
      order = next.connections.length === 1 ? createSingleOrder() : createMergedOrder();
      startOver();
    } else sources = kept;
    // What came late is noticed here, before anybody trusts what was read of the messages behind it.
    for (const source of sources) {
      source.transcript.readOn(source.listed.connection.messages, 0);
      source.readCount = source.transcript.readCount;
    }
    const changedAt = order.update(sources.map(({ listed }) => listed.connection.messages));
    if (changedAt < place) goBackTo(changedAt);
    if (kept !== undefined && asksOfAnswers && place < order.count && nowMs() - askedMs >= ASKED_AGAIN_MS) {
      goBackTo(0);
      askedMs = nowMs();
    }
    // A batch that is under way goes on by itself when its answer comes.
    if (!batch.isEmpty) return;
    shownMs = -Infinity;
    goOn(FIRST_PORTION_MS);
  }

  /** The sources as they are now, the new ones at the end; undefined: the list must be made anew. */
  function keepSources(): ListSource[] | undefined {
    const byMessages = new Map(request.connections.map((listed) => [listed.connection.messages, listed]));
    const next: ListSource[] = [];
    for (const source of sources) {
      const listed = byMessages.get(source.listed.connection.messages);
      byMessages.delete(source.listed.connection.messages);
      if (listed === undefined || transcriptOf(listed.connection) !== source.transcript) return undefined;
      if (isAskedAnew(request.query, source.listed, listed)) return undefined;
      source.listed = listed;
      next.push(source);
    }
    // One list alone was numbered by itself.
    if (sources.length < 2 && byMessages.size > 0) return undefined;
    return [...next, ...[...byMessages.values()].map(toSource)];
  }

  return {
    store,
    show,
    rowAt: (row) => rows.rowAt(row),
    entryAt(number) {
      if (number < 0 || number >= rows.foundCount) return undefined;
      const at = rows.foundAt(number);
      const { listed, transcript } = sourceAt(at);
      const index = order.indexAt(at);
      const message = listed.connection.messages[index];
      return message === undefined ? undefined : { listed, transcript, index, message };
    },
    rowOf(connectionId, index) {
      const number = sources.findIndex(({ listed }) => listed.connection.id === connectionId);
      const at = number === -1 ? undefined : order.placeOf(number, index);
      return at === undefined ? undefined : rows.rowOf(at);
    },
    stop() {
      batch.forget();
      cancelNext?.();
      patterns.stop();
    },
  };
}
