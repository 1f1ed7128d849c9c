import { createRoot } from 'react-dom/client';
import { Panel } from '../../../components/app/panel';
import '../../../components/app/styles';
import type { HangupEvent } from '../../../core/capture/event';
import type { CaptureListener } from '../../../core/capture/source';
import { createSoon } from '../../../entrypoints/panel/soon';
import { TICKS } from '../../../entrypoints/panel/ticks';
import { createPatternSearch } from '../../../platform/extension/pattern-search';
import PatternWorker from '../../../platform/extension/pattern-worker?worker';
import { createMessages } from '../../../state/messages';
import { createSessionStore } from '../../../state/session-store';
import { createViewStore } from '../../../state/view-store';
import { syntheticAttempts } from './synthetic-attempts';
import { createSyntheticMessages, openingOf } from './synthetic-capture';

/** The panel as the extension shows it, with a source that makes messages up. Driven from panel-bench.ts. */
let listener: CaptureListener | undefined;
const session = createSessionStore(
  {
    start(to) {
      listener = to;
      to.onStatus({ connected: true, isLive: true, droppedEvents: 0, hasSiteAccess: true, restarts: 0 });
      return () => undefined;
    },
    clear: () => undefined,
  },
  TICKS.schedule,
  undefined,
  TICKS.pace,
);
const messages = createMessages({
  nowMs: () => performance.now(),
  soon: createSoon(),
  patterns: createPatternSearch(() => new PatternWorker()),
});
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <Panel
    session={session}
    view={createViewStore()}
    messages={messages}
    settings={undefined}
    prepareExport={undefined}
  />,
);

const make = createSyntheticMessages('page-1', 1);
const give = (events: readonly HangupEvent[]): void => listener?.onEvents(events);
const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));
give(openingOf('page-1', 1));

let given = 0;
let payload = 0;
function giveMessages(count: number): void {
  const made = make(count);
  for (const { sizeBytes } of made) payload += sizeBytes;
  given += count;
  give(made);
}

/** All that was given is listed, or looked through. */
async function settled(): Promise<void> {
  for (;;) {
    const { messageCount, progress } = messages.list.store.getState();
    if (messageCount === given && progress === undefined) return;
    await new Promise((done) => setTimeout(done, 1));
  }
}

/** Times from frame to frame while something goes on. */
async function framesDuring(
  durationMs: number,
  eachFrame: (passedMs: number) => void,
): Promise<readonly number[]> {
  const frames: number[] = [];
  const begin = performance.now();
  let last = await nextFrame();
  while (performance.now() - begin < durationMs) {
    eachFrame(performance.now() - begin);
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}

const bench = {
  async load(count: number) {
    const begin = performance.now();
    for (let left = count; left > 0; left -= 5_000) {
      giveMessages(Math.min(5_000, left));
      await new Promise((done) => setTimeout(done, 0));
    }
    await settled();
    return { loadMs: performance.now() - begin, payload, given };
  },
  /** Scrolls without a pause: by lines, by pages, and from end to end. */
  scroll(durationMs: number) {
    const list = document.querySelector('.messages .virtual-listbox');
    if (list === null) throw new Error('There is no list');
    let direction = 1;
    return framesDuring(durationMs, (passedMs) => {
      const third = Math.floor((3 * passedMs) / durationMs);
      const by = [20, list.clientHeight, list.scrollHeight / 60][third] ?? 20;
      if (list.scrollTop + by > list.scrollHeight - list.clientHeight) direction = -1;
      if (list.scrollTop < by) direction = 1;
      list.scrollTop += direction * by;
    });
  },
  /** From the filter's change to its last message. */
  async filter(text: string) {
    const begin = performance.now();
    messages.view.setFilter(text);
    await nextFrame();
    await settled();
    return { ms: performance.now() - begin, found: messages.list.store.getState().foundCount };
  },
  async live(perSecond: number, durationMs: number) {
    let sent = 0;
    return framesDuring(durationMs, (passedMs) => {
      const due = Math.floor((passedMs / 1_000) * perSecond) - sent;
      if (due > 0) giveMessages(due);
      sent += Math.max(0, due);
    });
  },
  /** Until every attempt has been taken in, diagnosed and drawn. */
  async attempts(chains: number, each: number) {
    const begin = performance.now();
    give(syntheticAttempts(chains, each));
    while (session.store.getState().connections.length < chains * each) await nextFrame();
    await nextFrame();
    const scope = document.querySelector<HTMLSelectElement>('[aria-label="Links on the timeline"]');
    if (scope === null) throw new Error('There is no choice of links');
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(scope, 'all');
    scope.dispatchEvent(new Event('change', { bubbles: true }));
    await nextFrame();
    return { ms: performance.now() - begin };
  },
  /** Zooms in and out, pans and scrolls the lanes, one step a frame. */
  timeline(durationMs: number) {
    const frame = document.querySelector('.timeline-frame');
    const lanes = document.querySelector('.timeline-scroll');
    if (frame === null || lanes === null) throw new Error('There is no timeline');
    const { left, width } = frame.getBoundingClientRect();
    const turn = (by: Readonly<Record<string, unknown>>) =>
      frame.dispatchEvent(
        new WheelEvent('wheel', { clientX: left + width / 2, bubbles: true, cancelable: true, ...by }),
      );
    return framesDuring(durationMs, (passedMs) => {
      const share = passedMs / durationMs;
      if (share < 0.3) turn({ ctrlKey: true, deltaY: share < 0.15 ? -40 : 40 });
      else if (share < 0.35) turn({ ctrlKey: true, deltaY: -60 });
      else if (share < 0.7) turn({ shiftKey: true, deltaX: share < 0.5 ? -40 : 40 });
      else lanes.scrollTop += share < 0.85 ? 60 : -60;
    });
  },
};
Object.assign(globalThis, { bench });
