import { browser, type Browser } from 'wxt/browser';
import { PRODUCER_PORT, type FromProducer, type StreamHeader, type ToProducer } from './protocol';

/** A producer's side of the way to the background: numbers, keeps and repeats control batches. */
export interface ProducerPort {
  control(records: readonly unknown[]): void;
  payload(records: readonly unknown[], throughSeq: number): void;
  /** Drops the port and opens a new one now: after the back/forward cache a port is dead without saying so. */
  reopen(): void;
}

interface ProducerEvents {
  onWatch(afterSeq: number, credit: number): void;
  onCredit(credit: number): void;
  onUnwatch(): void;
  /** The extension was reloaded, updated or removed: this script is an orphan. */
  onOrphaned(): void;
}

/** How soon a lost port is opened again while records wait or someone watches. */
const REOPEN_DELAY_MS = 200;

export function createProducerPort(header: StreamHeader, events: ProducerEvents): ProducerPort {
  let port: Browser.runtime.Port | undefined;
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
      port = browser.runtime.connect({ name: PRODUCER_PORT });
    } catch {
      // "Extension context invalidated": there is nobody to talk to any more, and never will be.
      isOrphan = true;
      unacknowledged.clear();
      events.onOrphaned();
      return;
    }
    port.onMessage.addListener(onMessage);
    port.onDisconnect.addListener(onDisconnect);
    post({ kind: 'hello', ...header });
    for (const batch of unacknowledged.values()) post(batch);
  }

  function onMessage(message: ToProducer): void {
    switch (message.kind) {
      case 'acknowledge':
        unacknowledged.delete(message.batch);
        return;
      case 'watch':
        isWatched = true;
        events.onWatch(message.afterSeq, message.credit);
        return;
      case 'credit':
        events.onCredit(message.credit);
        return;
      case 'unwatch':
        isWatched = false;
        events.onUnwatch();
        return;
    }
  }

  function onDisconnect(): void {
    if (port === undefined) return;
    port = undefined;
    // Idle ports are cut after 30 s (measured in both browsers). Nobody waits for anything: stay quiet until there
    // is something to say, and let the background sleep.
    if (isWatched || unacknowledged.size > 0) setTimeout(open, REOPEN_DELAY_MS);
  }

  return {
    control(records) {
      const batch = { kind: 'control', batch: (lastBatch += 1), records } as const;
      unacknowledged.set(batch.batch, batch);
      if (port === undefined) open();
      else post(batch);
    },
    payload(records, throughSeq) {
      // Not kept: the ring in the page still has it, and the consumer says where to resume.
      post({ kind: 'payload', records, throughSeq });
    },
    reopen() {
      port?.disconnect();
      port = undefined;
      if (isWatched || unacknowledged.size > 0) open();
    },
  };
}
