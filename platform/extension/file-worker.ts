import { readRecordingFile } from '../../core/bundle/read-file';
import type { UnknownFields } from '../../core/bundle/stored-event';
import type { FromFileWorker } from './file-messages';

const MEGABYTE = 1_048_576;
/** Of a larger HAR the first and the newest bodies of each socket are kept. */
const LIMITS = {
  bodyLength: 128 * MEGABYTE,
  inflatedBytes: 1_024 * MEGABYTE,
  reportBytes: 256 * MEGABYTE,
};
const EVENTS_PER_MESSAGE = 5_000;
/** Progress is drawn; more often than this nobody sees it. */
const PROGRESS_STEP = 0.01;
/** Firefox (153) streams what is in memory as one piece. */
const PIECE_BYTES = 256 * 1_024;

const say = (message: FromFileWorker) => postMessage(message);

/** The other end of open-file.ts, in a thread of its own: whatever a file does to it, the panel stays alive. */
addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  read(data).catch((problem: unknown) => {
    const words = problem instanceof Error ? problem.message : String(problem);
    say({ kind: 'failed', problem: `This file cannot be read: ${words.slice(0, 200)}.` });
  });
});

async function read(file: Blob): Promise<void> {
  const recording = await readRecordingFile(counted(file), LIMITS);
  if (!recording.ok) {
    say({ kind: 'failed', problem: recording.problem });
    return;
  }
  const { events, unknownFields, ...rest } = recording.value;
  for (let at = 0; at < events.length; at += EVENTS_PER_MESSAGE) {
    const portion = events.slice(at, at + EVENTS_PER_MESSAGE);
    const unknown: [number, UnknownFields][] = [];
    if (unknownFields !== undefined)
      for (const [index, event] of portion.entries()) {
        const fields = unknownFields.get(event);
        if (fields !== undefined) unknown.push([index, fields]);
      }
    say({ kind: 'events', events: portion, unknownFields: unknown });
  }
  say({ kind: 'read', rest });
}

async function* counted(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let readBytes = 0;
  let said = 0;
  for await (const all of file.stream()) {
    for (let at = 0; at < all.length; at += PIECE_BYTES) {
      const piece = all.subarray(at, at + PIECE_BYTES);
      readBytes += piece.length;
      const share = readBytes / Math.max(1, file.size);
      if (share - said >= PROGRESS_STEP) {
        said = share;
        say({ kind: 'progress', share });
      }
      yield piece;
    }
  }
}
