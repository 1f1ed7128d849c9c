import { endOf, type ConnectionDraft } from './connection-draft';
import type { HandshakeEvent } from './event';
import { CLOCK_SLACK_MS, isOfOpenSocket, LATEST_ENTRY_MS, pairHandshake, type PageSocket } from './join';

/** What becomes of records, for the fold to carry out. */
interface PairingEvents {
  /** The record is this socket's. */
  onPaired(socket: ConnectionDraft, record: HandshakeEvent): void;
  /** No page made the socket of this record: a worker's, or one from before the hook. Returns its own draft. */
  onAlone(record: HandshakeEvent): ConnectionDraft;
  /** A draft made by `onAlone` is to go: its record may have found its socket after all. */
  onReconsidered(alone: ConnectionDraft): void;
}

/**
 * Brings the browser's records together with the page's sockets, one address at a time, while both still come in.
 * The two ways differ in speed: a record can be here before the socket that it belongs to, and then stands alone
 * until the socket turns up.
 */
export interface Pairing {
  addSocket(socket: ConnectionDraft, url: string): void;
  addRecord(record: HandshakeEvent): void;
  /** Something about a socket of this address has changed: it may fit now. */
  retry(url: string): void;
  /** Nothing more will come: what waits stands alone. */
  settle(): void;
}

interface Address {
  sockets: ConnectionDraft[];
  waiting: HandshakeEvent[];
  alone: ConnectionDraft[];
  /** Ids under which records stood alone, for the sockets that turn up after them. */
  idsAlone: string[];
}

export function createPairing(events: PairingEvents): Pairing {
  const addresses = new Map<string, Address>();
  const givenIds = new Set<string>();
  /** Whose record it is, by record: Firefox's log speaks of each twice, when the request starts and when it ends. */
  const owners = new Map<string, ConnectionDraft>();

  function addressOf(url: string): Address {
    let address = addresses.get(url);
    if (address === undefined) {
      address = { sockets: [], waiting: [], alone: [], idsAlone: [] };
      addresses.set(url, address);
    }
    return address;
  }

  /** Its own id may have gone to a socket that turned up after it, and turned out to be another's. */
  function standAlone(record: HandshakeEvent): ConnectionDraft {
    const alone = events.onAlone(record);
    if (givenIds.has(alone.id)) alone.id = `${alone.key}/alone`;
    return alone;
  }

  function pair(address: Address): void {
    const records = address.waiting.toSorted(byKnowledge);
    address.waiting = [];
    for (const record of records) {
      if (isOfOpenSocket(record) && address.waiting.some((other) => isBefore(other, record))) {
        // What comes after one that has not found its socket yet would take it away.
        address.waiting.push(record);
        continue;
      }
      // Sockets that no record can be about any more would only be looked at again and again.
      address.sockets = address.sockets.filter((socket) => !isOver(socket, record));
      const match = pairHandshake(record, address.sockets.map(toPageSocket));
      if (match === 'wait') {
        address.waiting.push(record);
      } else if (match === 'none') {
        const alone = standAlone(record);
        address.alone.push(alone);
        owners.set(recordId(record), alone);
      } else {
        address.sockets = address.sockets.filter((socket) => socket !== match.draft);
        owners.set(recordId(record), match.draft);
        events.onPaired(match.draft, record);
      }
    }
  }

  return {
    addSocket(socket, url) {
      const address = addressOf(url);
      address.sockets.push(socket);
      const early = address.alone.filter(({ handshake }) => isEarly(handshake, socket));
      address.alone = address.alone.filter((draft) => !early.includes(draft));
      for (const draft of early) {
        events.onReconsidered(draft);
        if (draft.handshake === undefined) continue;
        owners.delete(recordId(draft.handshake));
        address.idsAlone.push(draft.id);
        address.waiting.push(draft.handshake);
      }
      // What was on show stays the same connection, from this moment on, so that nobody's choice is lost. Which of
      // several records is this socket's is not known yet; that two of them swap places is the smaller harm.
      const idAlone = address.idsAlone.shift();
      if (idAlone !== undefined) {
        socket.id = idAlone;
        givenIds.add(idAlone);
      }
      pair(address);
    },
    addRecord(record) {
      const owner = owners.get(recordId(record));
      if (owner !== undefined) {
        events.onPaired(owner, record);
        return;
      }
      const address = addressOf(record.url);
      const others = address.waiting.filter((other) => recordId(other) !== recordId(record));
      address.waiting = [...others, record];
      pair(address);
    },
    retry(url) {
      const address = addresses.get(url);
      if (address !== undefined && address.waiting.length > 0) pair(address);
    },
    settle() {
      for (const address of addresses.values()) {
        for (const record of address.waiting) standAlone(record);
        address.waiting = [];
      }
    },
  };
}

interface DraftSocket extends PageSocket {
  readonly draft: ConnectionDraft;
}

function toPageSocket(draft: ConnectionDraft): DraftSocket {
  return {
    draft,
    constructedMs: draft.constructed?.timeMs ?? draft.seenMs,
    hasOpened: draft.open !== undefined,
    endedMs: endOf(draft),
  };
}

/** Records of ended sockets say most, and choose first; those of open ones go by the order of their starts. */
function byKnowledge(a: HandshakeEvent, b: HandshakeEvent): number {
  if (!isOfOpenSocket(a) || !isOfOpenSocket(b)) return Number(isOfOpenSocket(a)) - Number(isOfOpenSocket(b));
  return a.socketId - b.socketId;
}

function isBefore(a: HandshakeEvent, b: HandshakeEvent): boolean {
  return a.streamId === b.streamId && a.socketId < b.socketId;
}

function isOver(socket: ConnectionDraft, record: HandshakeEvent): boolean {
  const endedMs = endOf(socket);
  return endedMs !== undefined && endedMs < record.timeMs - LATEST_ENTRY_MS - CLOCK_SLACK_MS;
}

/** The record came before its socket was known, and not before the socket was made. */
function isEarly(record: HandshakeEvent | undefined, socket: ConnectionDraft): boolean {
  return record !== undefined && record.timeMs >= socket.seenMs - CLOCK_SLACK_MS;
}

function recordId({ streamId, socketId }: HandshakeEvent): string {
  return `${streamId}/${socketId}`;
}
