import type { Connection } from '../core/capture/connection';
import type { MessageEventRecord } from '../core/capture/event';
import { identify, openingOf } from '../core/protocols/identify';
import { FIRST_MESSAGES } from '../core/protocols/protocol';
import { createTranscript, type Transcript } from '../core/protocols/transcript';

/** By the list of messages, which stays the same one while a connection grows. */
const transcripts = new WeakMap<readonly MessageEventRecord[], Known>();

interface Known {
  readonly transcript: Transcript;
  /** What the protocol was recognised by; more of it may change the answer. */
  readonly basis: string;
}

/** What the connection's messages say, as far as it has been read; the same object while the protocol stays the same. */
export function transcriptOf(connection: Connection): Transcript {
  const { messages, open, handshake, url } = connection;
  const firstSeqs = messages.slice(0, FIRST_MESSAGES).map(({ seq }) => seq);
  const basis = [url, open?.seq, handshake?.seq, ...firstSeqs].join(' ');
  const known = transcripts.get(messages);
  if (known?.basis === basis) return known.transcript;
  const opening = openingOf(connection);
  const protocol = identify(opening);
  const transcript =
    known?.transcript.protocol === protocol ? known.transcript : createTranscript(protocol, opening);
  transcripts.set(messages, { transcript, basis });
  return transcript;
}
