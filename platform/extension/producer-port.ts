import { browser, type Browser } from 'wxt/browser';
import {
  PRODUCER_PORT,
  type Demand,
  type FromProducer,
  type StreamHeader,
  type ToProducer,
} from './protocol';

/** A producer's side of the way to the background: numbers, keeps and repeats control batches. */
export interface ProducerPort {
  control(records: readonly unknown[]): void;
  /** What somebody asked for. Not kept and not repeated: who misses it asks again. */
  pass(answer: Extract<FromProducer, { kind: 'payload' | 'whole' }>): void;
  /** Drops the port and opens a new one now: after the back/forward cache a port is dead without saying so. */
  reopen(): void;
}

interface ProducerEvents {
  onDemand(demand: Demand): void;
  /** The extension was reloaded, updated or removed: this script is an orphan. */
  onOrphaned(): void;
}

/** The part of `browser.runtime` that is used here. The id is gone when the extension is. */
export type ProducerRuntime = Pick<typeof browser.runtime, 'connect' | 'onMessage'> & {
  readonly id?: string;
};

/** How soon a lost port is opened again while records wait or someone watches. */
const REOPEN_DELAY_MS = 200;

export function createProducerPort(
  header: StreamHeader,
  events: ProducerEvents,
  runtime: ProducerRuntime = browser.runtime,
): ProducerPort {
  let port: Browser.runtime.Port | undefined;
  let openings = 0;
  let lastBatch = 0;
  let isWatched = false;
  let isOrphan = false;
  const unacknowledged = new Map<number, Extract<FromProducer, { kind: 'control' }>>();

  function post(message: FromProducer): void {
    try {
      port?.postMessage(message);
    } catch {
      // The port died between its end and the notice of it. Control batches wait in `unacknowledged`.
      onDisconnect();
    }
  }

  function open(): void {
    if (port !== undefined || isOrphan) return;
    try {
      port = runtime.connect({ name: PRODUCER_PORT });
    } catch {
      // "Extension context invalidated": there is nobody to talk to any more, and never will be.
      endAsOrphan();
      return;
    }
    const opened = port;
    opened.onMessage.addListener(onMessage);
    // Its notice may come after the next port was opened, which then must stay.
    opened.onDisconnect.addListener(() => {
      if (port === opened) onDisconnect();
    });
    post({ kind: 'hello', opening: (openings += 1), ...header });
    for (const batch of unacknowledged.values()) post(batch);
  }

  function onMessage(message: ToProducer): void {
    if (message.kind === 'acknowledge') {
      unacknowledged.delete(message.batch);
      return;
    }
    if (message.kind === 'watch' || message.kind === 'unwatch') isWatched = message.kind === 'watch';
    events.onDemand(message);
  }

  function onDisconnect(): void {
    port = undefined;
    // A reloaded extension takes the id away first.
    if (runtime.id === undefined) endAsOrphan();
    // Idle ports are cut after 30 s (measured in both browsers). Nobody waits for anything: stay quiet until there
    // is something to say or somebody to hear it, and let the background sleep.
    else if (isWatched || unacknowledged.size > 0) setTimeout(open, REOPEN_DELAY_MS);
  }

  function endAsOrphan(): void {
    if (isOrphan) return;
    isOrphan = true;
    unacknowledged.clear();
    events.onOrphaned();
  }

  function onWake(): void {
    // Also when there is a port: it may be dead already, and its notice on the way.
    isWatched = true;
    open();
  }

  return {
    control(records) {
      if (isOrphan) return;
      if (lastBatch === 0) runtime.onMessage.addListener(onWake);
      const batch = { kind: 'control', batch: (lastBatch += 1), records } as const;
      unacknowledged.set(batch.batch, batch);
      if (port === undefined) open();
      else post(batch);
    },
    pass: post,
    reopen() {
      port?.disconnect();
      port = undefined;
      if (isWatched || unacknowledged.size > 0) open();
    },
  };
}
