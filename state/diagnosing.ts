import { linkOf } from '../core/capture/conversation';
import type { Connection } from '../core/capture/connection';
import { diagnoseAnew } from './findings';
import { profilesOf } from './known-profiles';

/** Connections that are shown once all of them are diagnosed. */
export interface Diagnosing {
  readonly connections: readonly Connection[];
  /** Goes on for as long as it may. True: all of them are diagnosed. */
  goOn(mayGoOn: () => boolean): boolean;
  /** From 0 to 1. */
  share(): number;
}

/**
 * Diagnoses in portions what is to be shown. Whoever draws asks for the findings of every connection at once: of tens
 * of thousands, that would be seconds.
 */
export function createDiagnosing(connections: readonly Connection[]): Diagnosing {
  let done = 0;
  return {
    connections,
    goOn(mayGoOn) {
      for (let next = connections[done]; next !== undefined; next = connections[done]) {
        if (!mayGoOn()) return false;
        diagnoseAnew(next);
        linkOf(next, profilesOf(next));
        done += 1;
      }
      return true;
    },
    share: () => done / Math.max(1, connections.length),
  };
}
