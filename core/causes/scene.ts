import type { Connection } from '../capture/connection';
import { profiles as builtInProfiles } from '../profiles/catalogue';
import type { Profile } from '../profiles/profile';
import { profileSceneOf, type ProfileScene } from '../profiles/profile-scene';
import { wireOf, type Wire } from '../protocols/wire';

/** What a rule may look at beside the connection itself. */
export interface Scene {
  /** What its messages say, in the protocol that is spoken. */
  readonly wire: Wire;
  /** What is known of its application; undefined: nothing. */
  readonly application?: ProfileScene | undefined;
}

/** @param budget bounds what is read now of the messages, as in `Transcript.readOn`; absent: everything is read */
export function sceneOf(
  connection: Connection,
  profiles: readonly Profile[] = builtInProfiles,
  budget = Infinity,
): Scene {
  // The notes first, so that they are taken while the messages are read.
  profileSceneOf(connection, profiles);
  const wire = wireOf(connection, budget);
  return { wire, application: profileSceneOf(connection, profiles) };
}
