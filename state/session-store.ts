import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Conversation } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import type { HangupEvent } from '../core/capture/event';
import { createCaptureFold } from '../core/capture/fold';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import type { CaptureSource, CaptureStatus } from '../core/capture/source';
import { createConversationGrouping } from './conversation-grouping';
import { createDiagnosing, type Diagnosing } from './diagnosing';
import { readOn } from './findings';
import { explainBy, knownProfiles, type ProfileSet } from './known-profiles';
import { createLeftOpen } from './left-open';
import { createWholeBodies, isBeginning, type WholeBodies } from './whole-bodies';

/** Runs something soon, once. Returns how to call it off. State has no clock of its own, so it is handed one. */
export type Schedule = (run: () => void) => () => void;

export interface Pace {
  readonly nowMs: () => number;
  /** For the next of several ticks that follow each other. */
  readonly again: Schedule;
}

export interface SessionState {
  readonly connections: readonly Connection[];
  readonly conversations: readonly Conversation[];
  /** What happened to the documents and to the machine, oldest first. */
  readonly lifecycle: readonly LifecycleEvent[];
  readonly status: CaptureStatus;
  /** The latest time any event carries: "now", as far as the capture knows. */
  readonly latestMs: number | undefined;
  /** Messages of which the beginning alone has come. */
  readonly beginnings: number;
  /** More is to be shown, and this share of it is diagnosed, 0 to 1. Undefined: what is shown is all there is so far. */
  readonly diagnosedShare: number | undefined;
}

export interface Session {
  readonly store: Pick<StoreApi<SessionState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** All that was taken in, in order: what an export writes. */
  readonly events: () => readonly HangupEvent[];
  /** Forgets everything, here and at the source. What is still open comes back once it is heard of again. */
  readonly clear: () => void;
  /** Judges everything anew: other profiles are known. */
  readonly judgeAnew: () => void;
  readonly profiles: ProfileSet;
  readonly wholes: WholeBodies;
  readonly stop: () => void;
}

const EMPTY = {
  connections: [],
  conversations: [],
  lifecycle: [],
  latestMs: undefined,
  beginnings: 0,
  diagnosedShare: undefined,
} as const;
/** Of each tick, so that drawing has its turn. A flood comes faster than that: what is left waits, and is not lost. */
const FOLDING_MS = 8;
const READING_MS = 5;
const DIAGNOSING_MS = 10;
/** Between two looks at the clock: about half a millisecond each. */
const EVENTS_PER_LOOK = 500;
const READING_PER_LOOK = 10_000;
/** While more is waiting. To draw everything costs more than to take it in, and nobody reads that fast. */
const SHOWN_EVERY_MS = 200;
/** And so much later for each connection: to group and to draw it costs a hundredth of a millisecond and more. */
const SHOWN_LATER_MS = 0.1;
const NOT_STARTED: CaptureStatus = {
  connected: false,
  isLive: true,
  droppedEvents: 0,
  hasSiteAccess: true,
  restarts: 0,
};

/**
 * Everything the capture holds, folded. Events are taken at once but shown once per tick: a page that sends
 * thousands of messages a second must not make the panel draw thousands of times.
 *
 * @param profiles that explain what is in it
 * @param pace how to share the thread with what draws; without it, each tick takes all there is
 */
export function createSessionStore(
  source: CaptureSource,
  schedule: Schedule,
  profiles: ProfileSet = knownProfiles,
  pace?: Pace,
): Session {
  const { nowMs = () => 0, again = schedule } = pace ?? {};
  const store = createStore<SessionState>()(() => ({ ...EMPTY, status: NOT_STARTED }));
  let fold = createCaptureFold();
  let group = createConversationGrouping(profiles);
  let taken: (readonly HangupEvent[])[] = [];
  let waiting: (readonly HangupEvent[])[] = [];
  /** How much of the first that waits has been folded. */
  let foldedOfFirst = 0;
  let latestMs: number | undefined;
  let beginnings = 0;
  let shownMs = -Infinity;
  /** What is shown next. Until it is, nothing else is folded or read: under a flood it would never be done. */
  let next: Diagnosing | undefined;
  let isAllRead = true;
  let hasMore = false;
  let cancelTick: (() => void) | undefined;
  let sourceStatus = NOT_STARTED;
  const wholes = createWholeBodies(source);
  const leftOpen = createLeftOpen();

  function tick(): void {
    cancelTick = undefined;
    next ??= takeIn();
    if (next !== undefined && diagnoseSome(next)) {
      show(next.connections);
      next = undefined;
    }
    if (next !== undefined || hasMore) cancelTick = again(tick);
  }

  /** What is to be shown next; undefined: nothing yet. */
  function takeIn(): Diagnosing | undefined {
    foldSome();
    const connections = fold.connections();
    explainBy(connections, profiles);
    isAllRead = readSome(connections);
    hasMore = !isAllRead || waiting.length > 0;
    const dueMs = shownMs + SHOWN_EVERY_MS + SHOWN_LATER_MS * connections.length;
    return hasMore && nowMs() < dueMs ? undefined : createDiagnosing(connections);
  }

  /** True: all of it is diagnosed. */
  function diagnoseSome(diagnosing: Diagnosing): boolean {
    const startedMs = nowMs();
    if (diagnosing.goOn(() => nowMs() - startedMs < DIAGNOSING_MS)) return true;
    if (startedMs - shownMs >= SHOWN_EVERY_MS) {
      shownMs = startedMs;
      store.setState({ diagnosedShare: diagnosing.share() });
    }
    return false;
  }

  function show(connections: readonly Connection[]): void {
    shownMs = nowMs();
    // What is said in them decides findings. A copy tells everybody that there is more of it now.
    store.setState({
      connections: isAllRead ? connections : [...connections],
      conversations: group(connections),
      lifecycle: fold.lifecycle(),
      latestMs,
      beginnings,
      diagnosedShare: undefined,
      status: countedStatus(),
    });
  }

  function foldSome(): void {
    const untilMs = nowMs() + FOLDING_MS;
    let taking = 0;
    for (let first = waiting[0]; first !== undefined && nowMs() < untilMs; first = waiting[taking]) {
      const events = first.slice(foldedOfFirst, foldedOfFirst + EVENTS_PER_LOOK);
      fold.add(events);
      for (const event of events) {
        latestMs = Math.max(latestMs ?? event.timeMs, event.timeMs);
        if (event.type === 'message' && isBeginning(event)) beginnings += 1;
      }
      foldedOfFirst += events.length;
      if (foldedOfFirst < first.length) continue;
      taking += 1;
      foldedOfFirst = 0;
    }
    waiting = waiting.slice(taking);
  }

  /** True: everything that has been folded is read. */
  function readSome(connections: readonly Connection[]): boolean {
    const untilMs = nowMs() + READING_MS;
    return readOn(connections, READING_PER_LOOK, () => nowMs() < untilMs);
  }

  /** Nothing of it is folded. */
  function startOver(left: (readonly HangupEvent[])[]): void {
    waiting = left;
    foldedOfFirst = 0;
    beginnings = 0;
    shownMs = -Infinity;
    next = undefined;
    fold = createCaptureFold();
    group = createConversationGrouping(profiles);
  }

  /** What was lost on the way here, and what the producers say they threw away before that. */
  function countedStatus(): CaptureStatus {
    return { ...sourceStatus, droppedEvents: sourceStatus.droppedEvents + fold.droppedEvents() };
  }

  function forget(): void {
    cancelTick?.();
    cancelTick = undefined;
    taken = [];
    wholes.forget();
    latestMs = undefined;
    startOver([]);
    store.setState({ ...EMPTY, status: countedStatus() });
  }

  const stopSource = source.start({
    onEvents(arrived) {
      if (arrived.length === 0) return;
      const events = leftOpen.putBefore(arrived);
      taken.push(events);
      waiting.push(events);
      cancelTick ??= schedule(tick);
    },
    onReset() {
      leftOpen.forget();
      forget();
    },
    onWhole: wholes.onAnswer,
    onStatus(status) {
      sourceStatus = status;
      store.setState({ status: countedStatus() });
    },
  });

  return {
    store,
    events: () => wholes.putIn(taken.flat()),
    clear() {
      source.clear();
      leftOpen.remember(taken, fold.connections());
      forget();
    },
    profiles,
    wholes,
    judgeAnew() {
      // As when it all came in: connections become new objects, and nothing that was worked out about the old ones is
      // found again.
      startOver([...taken]);
      cancelTick ??= schedule(tick);
    },
    stop() {
      stopSource();
      cancelTick?.();
      cancelTick = undefined;
    },
  };
}
