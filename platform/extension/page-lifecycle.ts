import type { HangupEvent } from '../../core/capture/event';
import { CLOCK_INTERVAL_MS, findTimerGap, type ClockReading } from '../../core/capture/timer-gap';

type LifecycleEvent = Extract<HangupEvent, { source: 'page-lifecycle'; timeMs: number }>;
type Unstamped<Event> = Event extends HangupEvent
  ? Omit<Event, 'streamId' | 'source' | 'seq' | 'timeMs'>
  : never;
/** What happened, before it is stamped. */
export type LifecycleFact = Unstamped<Exclude<LifecycleEvent, { type: 'source-started' | 'events-dropped' }>>;

/** Tells what happens to one document around its sockets. Seen from a world that the page cannot reach. */
export interface PageLifecycle {
  /** From now on; says at once what is not as usual (hidden, offline). Does nothing when it runs already. */
  start(): void;
  stop(): void;
  /** Something that only the caller knows of. */
  report(fact: LifecycleFact): void;
}

const URL_LIMIT = 8_192;
/** Some pages change their address with each step of a scroll: no more than one report in this time. */
const NAVIGATION_PAUSE_MS = 1_000;

/** Network Information API: Chromium alone. */
interface NetworkInformation extends EventTarget {
  readonly type?: string;
  readonly effectiveType?: string;
}

export function createPageLifecycle(send: (record: unknown) => void): PageLifecycle {
  let seq = 0;
  let running: AbortController | undefined;

  function report(fact: LifecycleFact): void {
    const timeMs = performance.timeOrigin + performance.now();
    send({ ...fact, source: 'page-lifecycle', seq: (seq += 1), timeMs });
  }

  function start(): void {
    if (running !== undefined) return;
    running = new AbortController();
    const { signal } = running;
    const on = (target: EventTarget | undefined, type: string, listener: (event: Event) => void): void =>
      // What a page dispatches itself says nothing of the browser.
      target?.addEventListener(type, (event) => event.isTrusted && listener(event), { signal });
    const tellVisibility = (): void =>
      report({ type: 'page-visibility', visibility: document.hidden ? 'hidden' : 'visible' });
    const tellOnline = (): void => report({ type: 'network-online', isOnline: navigator.onLine });

    if (document.hidden) tellVisibility();
    if (!navigator.onLine) tellOnline();
    const clock = watchClock((gap) => report({ type: 'timer-gap', ...gap }));
    signal.addEventListener('abort', clock.stop);

    on(document, 'visibilitychange', tellVisibility);
    on(window, 'online', tellOnline);
    on(window, 'offline', tellOnline);
    on(document, 'freeze', () => report({ type: 'page-frozen' }));
    on(document, 'resume', () => report({ type: 'page-resumed' }));
    // pagehide, never unload: an unload listener would keep the page out of the back/forward cache.
    let leaving: NavigationType | undefined;
    on((window as WithNavigation).navigation, 'navigate', (event) => {
      const { navigationType, destination } = event as NavigateEvent;
      leaving = destination.sameDocument ? undefined : navigationType;
    });
    on(window, 'pagehide', (event) => {
      const { persisted } = event as PageTransitionEvent;
      report({ type: 'page-hidden', persisted, ...(leaving && { navigation: leaving }) });
    });
    on(window, 'pageshow', (event) => {
      const { persisted } = event as PageTransitionEvent;
      if (!persisted) return;
      report({ type: 'page-shown', persisted });
      // The time in the cache is told by these two, and is no gap of a timer.
      clock.reset();
    });
    const { connection } = navigator as { readonly connection?: NetworkInformation };
    const network = (): string => [connection?.type, connection?.effectiveType].join();
    let known = network();
    on(connection, 'change', () => {
      // The browser tells each new estimate of the round-trip time as well: that is no change of the network.
      if (network() === known) return;
      known = network();
      const { type: connectionType, effectiveType } = connection ?? {};
      report({
        type: 'network-changed',
        ...(connectionType && { connectionType }),
        ...(effectiveType && { effectiveType }),
      });
    });
    watchAddress(on, signal, (url) => report({ type: 'page-navigated', url }));
  }

  return {
    start,
    stop() {
      running?.abort();
      running = undefined;
    },
    report,
  };
}

/** Reads both clocks again and again; a reading that comes far too late is a gap. */
function watchClock(onGap: (gap: NonNullable<ReturnType<typeof findTimerGap>>) => void) {
  const read = (): ClockReading => ({
    wallMs: Date.now(),
    monotonicMs: performance.now(),
    isHidden: document.hidden,
  });
  let last = read();
  const timer = setInterval(() => {
    const now = read();
    const gap = findTimerGap(last, now);
    last = now;
    if (gap !== undefined) onGap(gap);
  }, CLOCK_INTERVAL_MS);
  return {
    reset: () => void (last = read()),
    stop: () => clearInterval(timer),
  };
}

type NavigationType = 'push' | 'replace' | 'reload' | 'traverse';
interface NavigateEvent extends Event {
  readonly navigationType: NavigationType;
  readonly destination: { readonly sameDocument: boolean };
}

/** Navigation API: both browsers, Firefox since 147. Before that `popstate` tells of fragments alone. */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/** Says the document's address when it has changed while the document stayed. */
function watchAddress(
  on: (target: EventTarget | undefined, type: string, listener: () => void) => void,
  signal: AbortSignal,
  tell: (url: string) => void,
): void {
  let told = location.href;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (pause !== undefined || location.href === told) return;
    told = location.href;
    tell(told.slice(0, URL_LIMIT));
    pause = setTimeout(() => {
      pause = undefined;
      look();
    }, NAVIGATION_PAUSE_MS);
  };
  on((window as WithNavigation).navigation, 'currententrychange', look);
  on(window, 'popstate', look);
  signal.addEventListener('abort', () => clearTimeout(pause));
}
