import { browser, type Browser } from 'wxt/browser';
import type { HangupEvent } from '../../core/capture/event';
import { parseEvent } from '../../core/capture/parse-event';
import type { CaptureListener, CaptureSource, CaptureStatus } from '../../core/capture/source';
import { isMessageBatch, readMessageBatch } from './read-message-batch';
import { PANEL_PORT, type FromPanel, type ToPanel } from './protocol';

/** How soon a lost port is opened again. The background may have been stopped: connecting starts it. */
const REOPEN_DELAY_MS = 200;
/** How long the background may say nothing to a panel that has asked: it may have died with the question. */
const ANSWER_TIMEOUT_MS = 5_000;
/** Both browsers cut a port and let the background sleep after 30 s of silence. Longer than this, it is no accident. */
const SILENCE_MS = 25_000;
/** A port that is back within this time was never missed by anybody. */
const PATIENCE_MS = 2_000;

/** What the producers of one tab report, live, with the history of before the panel was opened. */
export function createLiveSource({
  tabId,
  runtime = browser.runtime,
}: {
  readonly tabId: number;
  readonly runtime?: Pick<typeof browser.runtime, 'connect'>;
}): CaptureSource {
  let port: Browser.runtime.Port | undefined;
  let isAttached = false;
  let answerTimer: ReturnType<typeof setTimeout> | undefined;
  let listener: CaptureListener | undefined;
  let unreadable = 0;
  let forgotten = 0;
  let hasSiteAccess = true;
  let restarts = 0;
  /** The background died while it had something to do, and is not back yet. */
  let hasDied = false;
  let lastWordMs = nowMs();
  let lossTimer: ReturnType<typeof setTimeout> | undefined;
  let watchedSinceMs: number | undefined;
  /** What has arrived already: batches of control per stream, and how far each stream's payload has been read. */
  const seenBatches = new Map<string, Set<number>>();
  const marks: Record<string, number> = {};

  function post(message: FromPanel): void {
    lastWordMs = nowMs();
    try {
      port?.postMessage(message);
    } catch {
      // The port died between its end and the notice of it. The next one says again what is wanted.
      onDisconnect();
    }
  }

  function awaitAnswer(): void {
    clearTimeout(answerTimer);
    if (port !== undefined && !isAttached) answerTimer = setTimeout(onDisconnect, ANSWER_TIMEOUT_MS);
  }

  function onDisconnect(): void {
    if (isAttached && nowMs() - lastWordMs < SILENCE_MS) hasDied = true;
    close();
    lossTimer ??= setTimeout(() => report(false), PATIENCE_MS);
    setTimeout(open, REOPEN_DELAY_MS);
  }

  function close(): void {
    const closing = port;
    port = undefined;
    isAttached = false;
    clearTimeout(answerTimer);
    closing?.disconnect();
  }

  function report(connected: boolean): void {
    const status: CaptureStatus = {
      connected,
      isLive: true,
      droppedEvents: unreadable + forgotten,
      hasSiteAccess,
      restarts,
      ...(watchedSinceMs !== undefined && { watchedSinceMs }),
    };
    listener?.onStatus(status);
  }

  function open(): void {
    if (listener === undefined || port !== undefined) return;
    let opened: Browser.runtime.Port;
    try {
      opened = port = runtime.connect({ name: PANEL_PORT });
    } catch {
      // The extension was reloaded under an open panel: only opening DevTools anew can help, and the panel says so.
      report(false);
      return;
    }
    // What a port that was given up still says would come between what the next one says.
    opened.onMessage.addListener((message: ToPanel) => {
      if (port === opened) onMessage(message);
    });
    opened.onDisconnect.addListener(() => {
      if (port === opened) onDisconnect();
    });
    post({ kind: 'attach', tabId, marks });
    awaitAnswer();
  }

  function parseAll(streamId: string, records: readonly unknown[]): HangupEvent[] {
    const events: HangupEvent[] = [];
    for (const record of records) {
      if (isMessageBatch(record)) {
        const batch = readMessageBatch(streamId, record);
        if (batch.ok) for (const event of batch.value) events.push(event);
        else unreadable += 1;
        continue;
      }
      const parsed = parseEvent(streamId, record);
      if (parsed.ok) events.push(parsed.value);
      else unreadable += 1;
    }
    return events;
  }

  function isNewBatch(streamId: string, batch: number): boolean {
    const seen = seenBatches.get(streamId) ?? new Set<number>();
    seenBatches.set(streamId, seen);
    if (seen.has(batch)) return false;
    seen.add(batch);
    return true;
  }

  function onMessage(message: ToPanel): void {
    awaitAnswer();
    lastWordMs = nowMs();
    switch (message.kind) {
      case 'attached':
        if (hasDied) restarts += 1;
        hasDied = false;
        clearTimeout(lossTimer);
        lossTimer = undefined;
        watchedSinceMs ??= nowMs();
        isAttached = true;
        clearTimeout(answerTimer);
        forgotten = message.droppedRecords;
        report(true);
        return;
      case 'site-access':
        hasSiteAccess = message.hasAccess;
        report(isAttached);
        return;
      case 'control':
        if (isNewBatch(message.streamId, message.batch))
          listener?.onEvents(parseAll(message.streamId, message.records));
        break;
      case 'payload': {
        const mark = marks[message.streamId] ?? 0;
        const events = parseAll(message.streamId, message.records).filter(({ seq }) => seq > mark);
        const newMark = (marks[message.streamId] = Math.max(mark, message.throughSeq));
        // As long as it is: a list that grew keeps room for half as many again, and these are kept.
        listener?.onEvents(events.concat(payloadRead(message.streamId, message.throughSeq)));
        post({ kind: 'credit', streamId: message.streamId, watchId: message.watchId, mark: newMark });
        break;
      }
      case 'whole': {
        const { streamId, seq, records } = message;
        const [whole] = parseAll(streamId, records);
        listener?.onWhole?.({ streamId, seq }, whole?.type === 'message' ? whole : undefined);
        break;
      }
    }
    if (unreadable > 0) report(true);
  }

  return {
    start(newListener) {
      listener = newListener;
      report(false);
      open();
      return () => {
        listener = undefined;
        clearTimeout(lossTimer);
        close();
      };
    },
    clear() {
      post({ kind: 'clear' });
    },
    askForWhole({ streamId, seq }) {
      post({ kind: 'whole', streamId, seq });
    },
  };
}

/** What is missing after this is gone, and not merely on its way. */
function payloadRead(streamId: string, throughSeq: number): HangupEvent {
  return { type: 'payload-read', source: 'page-hook', streamId, seq: throughSeq, timeMs: nowMs() };
}

function nowMs(): number {
  return performance.timeOrigin + performance.now();
}
