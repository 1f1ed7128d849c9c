import type { ListedRedaction } from '../redact/plan';
import type { ExportScope } from './scope';

/** What a file can be. `html`: opens in any browser by itself. */
export type ExportFormat = 'html' | 'bundle' | 'har' | 'markdown';

/** As much of an AbortSignal as core knows: whether the user has called it off. */
export interface Cancellation {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

/** What would leave the machine, found before anything is written. */
export interface ExportPreview {
  readonly eventCount: number;
  readonly redactions: readonly ListedRedaction[];
  /** The secret behind a name, for the user's eyes alone. */
  valueOf(pseudonym: string): string | undefined;
  /** Writes the file and hands it to the user; rejects as below. @param onProgress gets a share from 0 to 1 */
  save(
    format: ExportFormat,
    keep: ReadonlySet<string>,
    onProgress: (share: number) => void,
    signal: Cancellation,
  ): Promise<void>;
}

/** Rejects with the signal's reason when it is called off. @param onProgress gets a share from 0 to 1 */
export type PrepareExport = (
  scope: ExportScope,
  onProgress: (share: number) => void,
  signal: Cancellation,
) => Promise<ExportPreview>;
