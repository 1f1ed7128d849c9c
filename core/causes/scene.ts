import type { Connection } from '../capture/connection';
import { wireOf, type Wire } from '../protocols/wire';

/** What a rule may look at beside the connection itself. */
export interface Scene {
  /** What its messages say, in the protocol that is spoken. */
  readonly wire: Wire;
}

/** The scene with all messages read. The panel reads in portions and makes its own. */
export function sceneOf(connection: Connection): Scene {
  return { wire: wireOf(connection) };
}
