import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface TemporaryProfile {
  readonly path: string;
  /** Call it after the browser is dead. Never throws: a folder left in /tmp must not hide a test's own failure. */
  readonly remove: () => void;
}

export function createTemporaryProfile(): TemporaryProfile {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hangup-profile-'));
  return {
    path: folder,
    remove() {
      try {
        // The browser's last child may still be writing while it dies: try for a second.
        fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      } catch (error) {
        console.warn(`A browser profile stays behind in ${folder}: ${String(error)}`);
      }
    },
  };
}
