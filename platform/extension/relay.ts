import { recordingAt, RING_BYTES, type Recording } from '../../core/settings/recording';
import { isNewDocument } from '../page/is-new-document';
import { PORT_HAND_OVER, type FromPage, type ToPage } from '../page/page-port';
import { siteOfFrame, watchFrameSettings } from './frame-settings';
import { createPageLifecycle } from './page-lifecycle';
import { createProducerPort } from './producer-port';
import { readBlobs } from './read-blobs';

/**
 * Carries what the page hook records to the background, unread: no schema is checked in here, because every frame of
 * every page pays for each byte of this script. Opens its port with the first record, so a page without sockets
 * never wakes the background.
 */
export function startRelay(): void {
  if (!isNewDocument()) return;
  addEventListener(PORT_HAND_OVER, (event) => receive(event as MessageEvent), { once: true, capture: true });
}

function receive(handOver: MessageEvent): void {
  const page = handOver.ports[0];
  if (page === undefined) return;
  const toPage = (message: ToPage): void => page.postMessage(message);
  const streamId = randomId();
  const site = siteOfFrame();
  /** Undefined until storage has answered, some milliseconds after the page's first script. */
  let recording: Recording | undefined;
  /** What was seen until then: what is off sends nothing, not even from its first moment. */
  let held: FromPage[] = [];
  let ringBytes: number = RING_BYTES.initial;
  let hasRecords = false;
  let isResumptionUntold = false;
  let payloadQueue = Promise.resolve();

  const producer = createProducerPort(
    { streamId },
    {
      onDemand: toPage,
      onOrphaned: () => toPage({ kind: 'stop' }),
    },
  );
  const lifecycle = createPageLifecycle((record) => producer.control([record]));

  function forward(message: FromPage): void {
    hasRecords = true;
    if (message.kind === 'control') {
      producer.control([message.record]);
    } else {
      // One after the other: a Blob takes a moment to read, and order is part of what was seen.
      payloadQueue = payloadQueue.then(async () => {
        const records = await readBlobs(message.records);
        if (recording === 'on') producer.pass({ ...message, records });
      });
    }
    // A page without sockets says nothing, and is listened to by nobody.
    lifecycle.start();
    if (isResumptionUntold) tellRecording('resumed');
  }

  page.onmessage = ({ data }: MessageEvent<FromPage>) => {
    if (recording === undefined) held.push(data);
    else if (recording === 'on') forward(data);
  };

  function tellRecording(reason: 'resumed' | Exclude<Recording, 'on'>): void {
    isResumptionUntold = false;
    lifecycle.report({ type: 'recording-changed', isOn: reason === 'resumed', reason });
  }

  const readSettings = watchFrameSettings((settings) => {
    if (settings.ringBytes !== ringBytes) {
      ringBytes = settings.ringBytes;
      toPage({ kind: 'configure', ringBytes });
    }
    const before = recording;
    recording = recordingAt(settings, site);
    if (recording === 'on') {
      if (before !== undefined && before !== 'on') resume();
      held.forEach(forward);
    } else if (recording !== before) {
      if (hasRecords) tellRecording(recording);
      lifecycle.stop();
      toPage({ kind: 'stop' });
    }
    held = [];
  });

  function resume(): void {
    toPage({ kind: 'start' });
    // Who watched before watches again: a new port makes the background say so.
    producer.reopen();
    isResumptionUntold = true;
    if (!hasRecords) return;
    lifecycle.start();
    tellRecording('resumed');
  }

  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Measured in Chromium 156: after a restore the old port accepts messages and delivers none.
    producer.reopen();
    readSettings();
  });
}

/** 128 random bits as hex. `crypto.randomUUID` does not exist on plain-http pages. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
