import type { Connection } from '../capture/connection';
import type { CauseText, Ruling } from './cause';
import type { Scene } from './scene';

/**
 * An entry of the taxonomy that does not say why a connection ended, but what else went wrong on it: several may hold
 * at once, and the end has a cause of its own.
 */
export interface BesideCause extends CauseText {
  /** Pure; the newest last. Empty: there is nothing to say. */
  readonly diagnoseAll: (connection: Connection, scene: Scene) => readonly Ruling[];
}

/** More of one cause on one connection would be a list to read. The newest are told. */
export const MOST_BESIDES = 8;
