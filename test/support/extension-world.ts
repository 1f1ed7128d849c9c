import { createJournal } from '../../platform/extension/journal';
import { createLiveSource } from '../../platform/extension/live-source';
import {
  createProducerPort,
  type ProducerPort,
  type ProducerRuntime,
} from '../../platform/extension/producer-port';
import { PAYLOAD_CREDIT, type Demand } from '../../platform/extension/protocol';
import { createRouter, type Router } from '../../platform/extension/router';
import { bodyOf } from '../../platform/page/message-body';
import { packMessages, packWhole } from '../../platform/page/message-batch';
import { createRing } from '../../platform/page/ring';
import type { CaptureStatus, MessageId } from '../../core/capture/source';
import type { HangupEvent } from '../../core/capture/event';
import { createMemoryPorts, type MemoryPort } from './memory-ports';

export const TAB = 7;
const OWN = 'extension://hangup';

/** Of each message so much is handed on; the rest when it is asked for. */
const BEGINNING = 5;
export const bodyTextOf = (seq: number) => `message ${seq}`;

/** A page's frame with its relay: what it has reported, and what is not yet with its relay. */
export interface Frame {
  readonly control: number[];
  readonly payload: number[];
  say(kind: 'control' | 'payload'): void;
  /** Puts the next batch of payload on its way to the relay. */
  readonly flush: () => void;
  /** The relay takes one batch: it may have waited there while a Blob was read. */
  readonly relay: () => boolean;
  readonly reopen: () => void;
  readonly creditHeld: () => number;
}

export interface OpenPanel {
  readonly events: HangupEvent[];
  /** The last that its source said of itself. */
  readonly status: () => CaptureStatus | undefined;
  readonly askForWhole: (id: MessageId) => void;
  /** The answers that have come: what the body is, or nothing. */
  readonly wholes: (readonly [seq: number, text: string | undefined])[];
  readonly stop: () => void;
}

/**
 * A browser's part between relay and panel, where every message, storage answer and death happens when it is told
 * to. Real: producer port, router, journal, live source, ring. Not real: runtime ports, storage, the page's recorder
 * (which is bound to a document). Timers are the caller's fake ones.
 */
export function createExtensionWorld() {
  const ports = createMemoryPorts();
  const stored = new Map<string, unknown>();
  /** Answers of the browser, its storage's above all, that have not come yet. They die with the background. */
  let answers: (() => void)[] = [];
  let router: Router | undefined;
  const wakeListeners: (() => void)[] = [];

  function answered<T>(value: T): Promise<T> {
    return new Promise((resolve) => answers.push(() => resolve(value)));
  }
  const area = {
    get: (keys: readonly string[] | null) =>
      answered(Object.fromEntries([...stored].filter(([key]) => keys === null || keys.includes(key)))),
    set: (items: Readonly<Record<string, unknown>>) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
      return answered(undefined);
    },
    remove: (keys: readonly string[]) => {
      for (const key of keys) stored.delete(key);
      return answered(undefined);
    },
  } as unknown as Parameters<typeof createJournal>[0];

  function background(): Router {
    router ??= createRouter(
      createJournal(area),
      () => {
        for (const wake of wakeListeners) wake();
      },
      { has: () => answered(true), onChange: () => undefined },
    );
    return router;
  }

  function runtimeOf(sender: MemoryPort['sender']): ProducerRuntime {
    return {
      id: OWN,
      connect: ({ name }: { readonly name: string }) =>
        ports.connect(name, sender, (port) => background().accept(port)),
      onMessage: { addListener: (listener: () => void) => wakeListeners.push(listener) },
    } as unknown as ProducerRuntime;
  }

  function openFrame(streamId: string): Frame {
    const ring = createRing(1_000_000);
    const control: number[] = [];
    const payload: number[] = [];
    const toRelay: Parameters<ProducerPort['pass']>[0][] = [];
    let seq = 0;
    let watch: Extract<Demand, { kind: 'watch' }> | undefined;
    let after = 0;
    let credit = 0;
    const producer = createProducerPort(
      { streamId },
      {
        onDemand(demand) {
          if (demand.kind === 'credit') credit += demand.credit;
          else if (demand.kind === 'watch') [watch, after, credit] = [demand, demand.afterSeq, demand.credit];
          else if (demand.kind === 'whole') answerWhole(demand.seq);
          else watch = undefined;
        },
        onOrphaned() {
          throw new Error('Nobody reloaded the extension.');
        },
      },
      runtimeOf({ tab: { id: TAB }, url: 'https://page/' }),
    );
    function answerWhole(wanted: number): void {
      const kept = ring.firstAfter(wanted - 1);
      const records = kept?.seq === wanted ? [packWhole(kept)] : [];
      producer.pass({ kind: 'whole', seq: wanted, records });
    }
    return {
      control,
      payload,
      say(kind) {
        // As the recorder does: a stream introduces itself before its first message.
        if (seq === 0 && kind === 'payload') this.say('control');
        seq += 1;
        const common = { source: 'page-hook', seq, timeMs: seq } as const;
        if (kind === 'control') {
          control.push(seq);
          producer.control([{ ...common, type: 'events-dropped', count: 1 }]);
          return;
        }
        payload.push(seq);
        ring.push(seq, seq, 1, false, bodyOf(bodyTextOf(seq)), BEGINNING);
      },
      flush() {
        if (watch === undefined || credit === 0) return;
        const first = ring.firstAfter(after);
        if (first === undefined) return;
        const { batch, last } = packMessages(first, 3);
        after = last.seq;
        credit -= 1;
        toRelay.push({ kind: 'payload', watchId: watch.watchId, records: [batch], throughSeq: after });
      },
      relay() {
        const batch = toRelay.shift();
        if (batch !== undefined) producer.pass(batch);
        return batch !== undefined;
      },
      reopen: () => producer.reopen(),
      creditHeld: () => credit,
    };
  }

  function openPanel(): OpenPanel {
    const events: HangupEvent[] = [];
    const wholes: OpenPanel['wholes'] = [];
    let last: CaptureStatus | undefined;
    const source = createLiveSource({ tabId: TAB, runtime: runtimeOf({ url: `${OWN}/panel.html` }) });
    const stop = source.start({
      onEvents: (more) => events.push(...more),
      onReset: () => undefined,
      onWhole: ({ seq }, whole) => wholes.push([seq, whole?.text]),
      onStatus: (status) => {
        last = status;
      },
    });
    return { events, status: () => last, wholes, askForWhole: (id) => source.askForWhole?.(id), stop };
  }

  return {
    openFrame,
    openPanel,
    mostCredit: PAYLOAD_CREDIT,
    /**
     * The background's memory is gone, and what was on its way to it.
     * @param isNoticedLate posting to it throws before the notice has come
     */
    kill(isNoticedLate: boolean) {
      router = undefined;
      answers = [];
      ports.cutAll(isNoticedLate);
    },
    deliver: (choice: number) => ports.deliver(choice),
    /** The storage never answers what it was asked so far. */
    forgetAnswers() {
      answers = [];
    },
    answerStorage() {
      const [answer] = answers.splice(0, 1);
      answer?.();
      return answer !== undefined;
    },
  };
}
