import type { Result } from '../result';
import type { Recording } from './recording';

/** A file that somebody chose, dropped or pasted; nothing of it has been read. */
export interface FileToOpen {
  /** As its owner called it: any text. */
  readonly name: string;
  /** @param onProgress gets a share from 0 to 1 */
  open(onProgress: (share: number) => void): OpeningFile;
}

export interface OpeningFile {
  /** A problem is one sentence for a person. Never settles once it was cancelled. */
  readonly result: Promise<Result<Recording>>;
  cancel(): void;
}
