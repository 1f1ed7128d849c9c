import type { FileToOpen } from '../../core/bundle/file-to-open';
import type { Recording } from '../../core/bundle/recording';
import type { UnknownFields } from '../../core/bundle/stored-event';
import type { HangupEvent } from '../../core/capture/event';
import { failure, success, type Result } from '../../core/result';
import type { FromFileWorker } from './file-messages';

const LONGEST_NAME = 200;

/** Reads a file in a worker of its own: ending the worker calls it off, in the middle of whatever it does. */
export function toFileToOpen(file: File, createWorker: () => Worker): FileToOpen {
  return {
    name: file.name.slice(0, LONGEST_NAME),
    open(onProgress) {
      const worker = createWorker();
      const result = new Promise<Result<Recording>>((settle) => {
        const events: HangupEvent[] = [];
        const unknownFields = new Map<HangupEvent, UnknownFields>();
        function end(ending: Result<Recording>): void {
          worker.terminate();
          settle(ending);
        }
        worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => {
          switch (data.kind) {
            case 'progress':
              onProgress(data.share);
              return;
            case 'events':
              for (const event of data.events) events.push(event);
              for (const [index, fields] of data.unknownFields) {
                const event = data.events[index];
                if (event !== undefined) unknownFields.set(event, fields);
              }
              return;
            case 'read':
              end(success({ ...data.rest, events, ...(unknownFields.size > 0 && { unknownFields }) }));
              return;
            case 'failed':
              end(failure(data.problem));
          }
        };
        // The one thing that ends it without a word of its own is that there was no memory left.
        worker.onerror = () =>
          end(failure('This file needs more memory than there is: export a shorter time range.'));
        worker.postMessage(file);
      });
      return { result, cancel: () => worker.terminate() };
    },
  };
}
