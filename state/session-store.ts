import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Conversation } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import type { HangupEvent } from '../core/capture/event';
import { createCaptureFold } from '../core/capture/fold';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import type { CaptureSource, CaptureStatus } from '../core/capture/source';
import { createConversationGrouping } from './conversation-grouping';
import { readOn } from './findings';
import { explainBy, knownProfiles, type ProfileSet } from './known-profiles';

/** Runs something soon, once. Returns how to call it off. State has no clock of its own, so it is handed one. */
export type Schedule = (run: () => void) => () => void;

export interface SessionState {
  readonly connections: readonly Connection[];
  readonly conversations: readonly Conversation[];
  /** What happened to the documents and to the machine, oldest first. */
  readonly lifecycle: readonly LifecycleEvent[];
  readonly status: CaptureStatus;
  /** The latest time any event carries: "now", as far as the capture knows. */
  readonly latestMs: number | undefined;
}

export interface Session {
  readonly store: Pick<StoreApi<SessionState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** All that was taken in, in order: what an export writes. */
  readonly events: () => readonly HangupEvent[];
  /** Forgets everything, here and at the source. */
  readonly clear: () => void;
  /** Judges everything anew: other profiles are known. */
  readonly judgeAnew: () => void;
  readonly profiles: ProfileSet;
  readonly stop: () => void;
}

const EMPTY = { connections: [], conversations: [], lifecycle: [], latestMs: undefined } as const;
/** What is read of messages in one tick, as in `Transcript.readOn`: about 10 ms on a small machine. */
const READING_PER_TICK = 300_000;
/** Events that are folded in one tick: a file has all of its events at once. */
const EVENTS_PER_TICK = 20_000;
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
 */
export function createSessionStore(
  source: CaptureSource,
  schedule: Schedule,
  profiles: ProfileSet = knownProfiles,
): Session {
  const store = createStore<SessionState>()(() => ({ ...EMPTY, status: NOT_STARTED }));
  let fold = createCaptureFold();
  let group = createConversationGrouping(profiles);
  let taken: (readonly HangupEvent[])[] = [];
  let waiting: (readonly HangupEvent[])[] = [];
  let cancelTick: (() => void) | undefined;
  let sourceStatus = NOT_STARTED;

  function show(): void {
    cancelTick = undefined;
    let { latestMs } = store.getState();
    let count = 0;
    let taking = 0;
    for (const events of waiting) {
      if (count >= EVENTS_PER_TICK) break;
      taking += 1;
      count += events.length;
      fold.add(events);
      for (const { timeMs } of events) latestMs = Math.max(latestMs ?? timeMs, timeMs);
    }
    waiting = waiting.slice(taking);
    const connections = fold.connections();
    explainBy(connections, profiles);
    // What is said in them decides findings. A copy tells everybody that there is more of it now.
    const isAllRead = readOn(connections, READING_PER_TICK);
    if (!isAllRead || waiting.length > 0) cancelTick = schedule(show);
    store.setState({
      connections: isAllRead ? connections : [...connections],
      conversations: group(connections),
      lifecycle: fold.lifecycle(),
      latestMs,
      status: countedStatus(),
    });
  }

  /** What was lost on the way here, and what the producers say they threw away before that. */
  function countedStatus(): CaptureStatus {
    return { ...sourceStatus, droppedEvents: sourceStatus.droppedEvents + fold.droppedEvents() };
  }

  function forget(): void {
    cancelTick?.();
    cancelTick = undefined;
    taken = [];
    waiting = [];
    fold = createCaptureFold();
    group = createConversationGrouping(profiles);
    store.setState({ ...EMPTY, status: countedStatus() });
  }

  const stopSource = source.start({
    onEvents(events) {
      if (events.length === 0) return;
      taken.push(events);
      waiting.push(events);
      cancelTick ??= schedule(show);
    },
    onReset: forget,
    onStatus(status) {
      sourceStatus = status;
      store.setState({ status: countedStatus() });
    },
  });

  return {
    store,
    events: () => taken.flat(),
    clear() {
      source.clear();
      forget();
    },
    profiles,
    judgeAnew() {
      // As when it all came in: connections become new objects, and nothing that was worked out about the old ones is
      // found again.
      fold = createCaptureFold();
      group = createConversationGrouping(profiles);
      waiting = [...taken];
      cancelTick ??= schedule(show);
    },
    stop() {
      stopSource();
      cancelTick?.();
      cancelTick = undefined;
    },
  };
}
