import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWatch } from '../../platform/extension/watch';
import { bodyTextOf, createExtensionWorld, type Frame, type OpenPanel } from '../support/extension-world';

type World = ReturnType<typeof createExtensionWorld>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'extension://hangup' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets promises go on; no timer moves. */
async function settleMicrotasks(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

/** Everything arrives, everything is answered, every timer runs, and nobody dies any more. */
async function comeToRest(world: World, frames: readonly Frame[]): Promise<void> {
  for (let quiet = 0; quiet < 40; quiet += 1) {
    for (;;) {
      const moved = world.deliver(0) || world.answerStorage();
      await settleMicrotasks();
      if (moved) continue;
      for (const frame of frames) frame.flush();
      if (!frames.map((frame) => frame.relay()).includes(true)) break;
    }
    await vi.advanceTimersByTimeAsync(250);
  }
}

const seqsOf = (panel: OpenPanel, streamId: string, isControl: boolean) =>
  panel.events
    .filter(
      (event) => event.streamId === streamId && event.type === (isControl ? 'events-dropped' : 'message'),
    )
    .map(({ seq }) => seq);

function expectComplete(panel: OpenPanel, frames: Readonly<Record<string, Frame>>): void {
  for (const [streamId, frame] of Object.entries(frames)) {
    expect(seqsOf(panel, streamId, true)).toEqual(frame.control);
    expect(seqsOf(panel, streamId, false)).toEqual(frame.payload);
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('control' as const), frame: fc.nat(1) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('payload' as const), frame: fc.nat(1) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('flush' as const), frame: fc.nat(1) }) },
  { weight: 30, arbitrary: fc.record({ do: fc.constant('deliver' as const), choice: fc.nat(7) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('relay' as const), frame: fc.nat(1) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('store' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), isNoticedLate: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(50, 200, 6_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open panel' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close panel' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), frame: fc.nat(1) }) },
);

describe('between the page and the panels', () => {
  it('nothing is lost, doubled or out of order, whatever dies when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 250 }), async (steps) => {
        const world = createExtensionWorld();
        const frames = { a: world.openFrame('a'), b: world.openFrame('b') };
        const list = [frames.a, frames.b];
        let panels: readonly OpenPanel[] = [world.openPanel()];
        for (const one of steps) {
          if (one.do === 'deliver') world.deliver(one.choice);
          else if (one.do === 'store') world.answerStorage();
          else if (one.do === 'kill') world.kill(one.isNoticedLate);
          else if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
          else if (one.do === 'open panel') panels = [...panels, world.openPanel()];
          else if (one.do === 'close panel') {
            panels[0]?.stop();
            panels = panels.slice(1);
          } else if (one.do === 'flush') list[one.frame]?.flush();
          else if (one.do === 'relay') list[one.frame]?.relay();
          else if (one.do === 'reopen') list[one.frame]?.reopen();
          else list[one.frame]?.say(one.do);
          await settleMicrotasks();
        }
        panels = [...panels, world.openPanel()];
        await comeToRest(world, list);
        for (const panel of panels) expectComplete(panel, frames);
        for (const frame of list) expect(frame.creditHeld()).toBeLessThanOrEqual(world.mostCredit);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('a panel whose question died with the background asks again', async () => {
    const world = createExtensionWorld();
    const frame = world.openFrame('a');
    frame.say('control');
    await comeToRest(world, [frame]);
    const panel = world.openPanel();
    world.deliver(0);
    await settleMicrotasks();
    world.forgetAnswers();
    await comeToRest(world, [frame]);
    expectComplete(panel, { a: frame });
  });

  it('deaths of the background are counted, once each, and not what the panel asked of the dead', async () => {
    const world = createExtensionWorld();
    const panel = world.openPanel();
    await comeToRest(world, []);
    expect(panel.status()).toMatchObject({ connected: true, restarts: 0 });
    for (const isNoticedLate of [false, true]) {
      world.kill(isNoticedLate);
      // The first question after a death may die as well.
      await vi.advanceTimersByTimeAsync(250);
      world.forgetAnswers();
      await comeToRest(world, []);
    }
    expect(panel.status()).toMatchObject({ connected: true, restarts: 2 });
    const later = world.openPanel();
    await comeToRest(world, []);
    expect(later.status()).toMatchObject({ restarts: 0 });
    expect(panel.status()).toMatchObject({ restarts: 2 });
    // Nothing has been said for half a minute: the browser puts the background to sleep, as it always does.
    await vi.advanceTimersByTimeAsync(30_000);
    world.kill(false);
    await comeToRest(world, []);
    expect(panel.status()).toMatchObject({ connected: true, restarts: 2 });
  });

  it('a panel says that it is cut off when its port does not come back soon', async () => {
    const world = createExtensionWorld();
    const panel = world.openPanel();
    expect(panel.status()).toMatchObject({ connected: false });
    await comeToRest(world, []);
    expect(panel.status()).toMatchObject({ connected: true });
    world.kill(false);
    // The notice of its end, and nothing after it.
    world.deliver(0);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(panel.status()).toMatchObject({ connected: true });
    await vi.advanceTimersByTimeAsync(200);
    expect(panel.status()).toMatchObject({ connected: false });
    await comeToRest(world, []);
    expect(panel.status()).toMatchObject({ connected: true, restarts: 1 });
  });

  it('whoever asks gets the rest of a message, or learns that it is gone', async () => {
    const world = createExtensionWorld();
    const frame = world.openFrame('a');
    for (let count = 0; count < 3; count += 1) frame.say('payload');
    const [panel, other] = [world.openPanel(), world.openPanel()];
    await comeToRest(world, [frame]);
    const [seq = 0] = frame.payload;
    expect(panel.events.find((event) => event.seq === seq)).toMatchObject({ text: 'messa', isCut: true });
    panel.askForWhole({ streamId: 'a', seq });
    panel.askForWhole({ streamId: 'a', seq: 99 });
    panel.askForWhole({ streamId: 'gone', seq });
    await comeToRest(world, [frame]);
    expect(panel.wholes.length).toBe(3);
    expect(panel.wholes).toEqual(
      expect.arrayContaining([
        [seq, bodyTextOf(seq)],
        [seq, undefined],
        [99, undefined],
      ]),
    );
    // Answers go to all panels of the tab, but for that about a page that is gone; who did not ask takes no notice.
    expect(other.wholes.length).toBe(2);
    expectComplete(panel, { a: frame });
  });

  it('a producer that comes back when nobody watches any more is told so', () => {
    const demands: string[] = [];
    createWatch('a', ({ kind }) => demands.push(kind)).restart([]);
    expect(demands).toEqual(['unwatch']);
  });
});
