import { endOf, type ConnectionDraft } from './connection-draft';
import type { HandshakeEvent } from './event';
import { CLOCK_SLACK_MS, LATEST_ENTRY_MS, pairHandshake, type PageSocket } from './join';

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
}

export function createPairing(events: PairingEvents): Pairing {
  const addresses = new Map<string, Address>();
  /** Whose record it is, by record: Firefox's log speaks of each twice, when the request starts and when it ends. */
  const owners = new Map<string, ConnectionDraft>();
  /** The ids under which records stood alone before their socket turned up. */
  const idsAlone = new Map<string, string>();

  function addressOf(url: string): Address {
    let address = addresses.get(url);
    if (address === undefined) {
      address = { sockets: [], waiting: [], alone: [] };
      addresses.set(url, address);
    }
    return address;
  }

  function pair(address: Address): void {
    const records = address.waiting;
    address.waiting = [];
    for (const record of records) {
      // Sockets that no record can be about any more would only be looked at again and again.
      address.sockets = address.sockets.filter((socket) => !isOver(socket, record));
      const match = pairHandshake(record, address.sockets.map(toPageSocket));
      if (match === 'wait') {
        address.waiting.push(record);
      } else if (match === 'none') {
        const alone = events.onAlone(record);
        address.alone.push(alone);
        owners.set(recordId(record), alone);
      } else {
        address.sockets = address.sockets.filter((socket) => socket !== match.draft);
        // It was on show as a connection of its own: it stays the same connection, so that nobody's choice is lost.
        match.draft.id = idsAlone.get(recordId(record)) ?? match.draft.id;
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
        idsAlone.set(recordId(draft.handshake), draft.id);
        address.waiting.push(draft.handshake);
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
        for (const record of address.waiting) events.onAlone(record);
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
