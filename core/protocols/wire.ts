import type { Connection } from '../capture/connection';
import type { MessageEventRecord } from '../capture/event';
import { identify, openingOf } from './identify';
import { FIRST_MESSAGES, type Packet, type Protocol } from './protocol';
import { createTranscript, type Call, type SpokenPacket, type Transcript } from './transcript';

/** What the messages of one connection say, as far as a diagnosis needs it. */
export interface Wire {
  readonly protocol: Protocol;
  /** Packets that say how the connection fares, oldest first; bounded, see `Transcript.notable`. */
  readonly notable: readonly SpokenPacket[];
  /** Calls that no answer has come to, heartbeats left out, oldest first. */
  readonly unanswered: readonly Call[];
  /** The last heartbeat that was not answered so far. */
  readonly unansweredPing: Call | undefined;
  /** The packets of one message, by its place in `Connection.messages`; empty: it was not read, or is not the protocol's. */
  readonly packetsAt: (index: number) => readonly Packet[];
  /** False: more messages are there than have been read, and what is not here may be in them. */
  readonly isComplete: boolean;
}

/** By the list of messages, which stays the same one while a connection grows. */
const transcripts = new WeakMap<readonly MessageEventRecord[], Known>();
/** By the connection: a change gives it a new object. */
const byConnection = new WeakMap<Connection, Transcript>();

interface Known {
  readonly transcript: Transcript;
  /** What the protocol was recognised by; more of it may change the answer. */
  readonly basis: string;
}

/** What the connection's messages say, as far as it has been read; the same object while the protocol stays the same. */
export function transcriptOf(connection: Connection): Transcript {
  const remembered = byConnection.get(connection);
  if (remembered !== undefined) return remembered;
  const { messages, open, handshake, url } = connection;
  const firstSeqs = messages.slice(0, FIRST_MESSAGES).map(({ seq }) => seq);
  const basis = [url, open?.seq, handshake?.seq, ...firstSeqs].join(' ');
  const known = transcripts.get(messages);
  const transcript = known?.basis === basis ? known.transcript : begin(connection, known);
  transcripts.set(messages, { transcript, basis });
  byConnection.set(connection, transcript);
  return transcript;
}

function begin(connection: Connection, known: Known | undefined): Transcript {
  const opening = openingOf(connection);
  const protocol = identify(opening);
  return known?.transcript.protocol === protocol ? known.transcript : createTranscript(protocol, opening);
}

/** @param budget bounds what is read now, as in `Transcript.readOn`; absent: everything is read */
export function wireOf(connection: Connection, budget = Infinity): Wire {
  const transcript = transcriptOf(connection);
  const isComplete = transcript.readOn(connection.messages, budget);
  return {
    protocol: transcript.protocol,
    notable: transcript.notable,
    get unanswered() {
      return transcript.unanswered();
    },
    unansweredPing: transcript.unansweredPing(),
    packetsAt(index) {
      const decoding = transcript.decodingAt(index);
      return decoding === undefined || typeof decoding === 'string' ? [] : decoding;
    },
    isComplete,
  };
}
