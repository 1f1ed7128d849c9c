import type { Connection } from '../capture/connection';
import type { Transcript } from '../protocols/transcript';
import { transcriptOf } from '../protocols/wire';
import type { Profile } from './profile';
import { createProfileNotes, type ProfileNotes } from './profile-notes';
import { profileOf } from './profile-of';

/** The application that a connection belongs to, and what its profile asked of the messages. */
export interface ProfileScene {
  readonly profile: Profile;
  readonly notes: ProfileNotes;
  /** The last message that was no heartbeat; undefined: there was none. */
  readonly lastSpoken: number | undefined;
}

interface Known {
  readonly profile: Profile;
  readonly notes: ProfileNotes;
  readonly detach: () => void;
}
const known = new WeakMap<Transcript, Known>();

/** Undefined: no profile knows this address. Asked before its messages are read, nothing is read twice. */
export function profileSceneOf(
  connection: Connection,
  profiles: readonly Profile[],
): ProfileScene | undefined {
  const profile = profileOf(connection, profiles);
  if (profile === undefined) return undefined;
  const transcript = transcriptOf(connection);
  return { profile, notes: notesOf(transcript, profile), lastSpoken: lastSpoken(transcript) };
}

function notesOf(transcript: Transcript, profile: Profile): ProfileNotes {
  const before = known.get(transcript);
  if (before?.profile === profile) return before.notes;
  before?.detach();
  const notes = createProfileNotes(profile);
  known.set(transcript, { profile, notes, detach: transcript.attach(notes) });
  return notes;
}

/** So far back is looked: a day of heartbeats. Our choice. */
const LOOK_BACK = 10_000;

function lastSpoken(transcript: Transcript): number | undefined {
  const { readCount } = transcript;
  for (let index = readCount - 1; index >= Math.max(0, readCount - LOOK_BACK); index -= 1)
    if (!transcript.isHeartbeat(index)) return index;
  return undefined;
}
