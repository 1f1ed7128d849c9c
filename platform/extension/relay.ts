import { PORT_HAND_OVER, type FromPage, type ToPage } from '../page/page-port';
import { createProducerPort } from './producer-port';
import { readBlobs } from './read-blobs';

/**
 * Carries what the page hook records to the background, unread: no schema is checked in here, because every frame of
 * every page pays for each byte of this script. Opens its port with the first record, so a page without sockets
 * never wakes the background.
 */
export function startRelay(): void {
  addEventListener(PORT_HAND_OVER, (event) => receive(event as MessageEvent), { once: true, capture: true });
}

function receive(handOver: MessageEvent): void {
  const page = handOver.ports[0];
  if (page === undefined) return;
  const toPage = (message: ToPage): void => page.postMessage(message);
  const streamId = randomId();
  let hasRecords = false;
  let lifecycleSeq = 0;
  let payloadQueue = Promise.resolve();

  const producer = createProducerPort(
    { streamId },
    {
      onDemand: toPage,
      onOrphaned: () => toPage({ kind: 'stop' }),
    },
  );

  page.onmessage = ({ data }: MessageEvent<FromPage>) => {
    hasRecords = true;
    if (data.kind === 'control') {
      producer.control([data.record]);
      return;
    }
    // One after the other: a Blob takes a moment to read, and order is part of what was seen.
    payloadQueue = payloadQueue.then(async () => {
      producer.payload({ ...data, records: await readBlobs(data.records) });
    });
  };

  // pagehide, never unload: an unload listener would keep the page out of the back/forward cache.
  addEventListener('pagehide', ({ persisted }) => reportLifecycle('page-hidden', persisted));
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Measured in Chromium 156: after a restore the old port accepts messages and delivers none.
    producer.reopen();
    reportLifecycle('page-shown', persisted);
  });

  function reportLifecycle(type: 'page-hidden' | 'page-shown', persisted: boolean): void {
    if (!hasRecords) return;
    const timeMs = performance.timeOrigin + performance.now();
    producer.control([{ type, source: 'page-lifecycle', seq: (lifecycleSeq += 1), timeMs, persisted }]);
  }
}

/** 128 random bits as hex. `crypto.randomUUID` does not exist on plain-http pages. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
