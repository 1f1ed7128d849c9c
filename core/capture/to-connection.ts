import type { Connection, ConnectionState } from './connection';
import { carrierOf, endOf, startOf, type ConnectionDraft } from './connection-draft';
import type { EventOf, Source } from './event';

/** The value that everybody else sees of a draft. A polling session and what it moved to are one connection. */
export function toConnection(
  draft: ConnectionDraft,
  documentUrl: string | undefined,
  isWatched: boolean,
): Connection {
  const carrier = carrierOf(draft);
  const { constructed, messages, upgrades } = draft;
  const { constructorThrew, handshake } = carrier;
  const url = carrier.constructed?.url ?? constructorThrew?.url ?? handshake?.url ?? '';
  const failedUpgrades = upgrades.filter((upgrade) => upgrade !== carrier && endOf(upgrade) !== undefined);
  return {
    id: draft.id,
    url,
    transport: carrier.constructed?.transport ?? 'websocket',
    streamId: draft.streamId,
    documentUrl: documentUrl ?? handshake?.documentUrl,
    sources: sourcesOf(draft),
    state: stateOf(draft),
    startedMs: startOf(draft),
    endedMs: endOf(draft),
    constructed,
    constructorThrew,
    open: draft.open ?? carrier.open,
    error: carrier.error,
    close: carrier.close,
    closeCalls: carrier.closeCalls,
    failedSends: carrier.failedSends,
    handshake,
    browserLogWatched: isWatched,
    pageGone: draft.pageGone,
    pageRestored: draft.pageRestored,
    surroundings: draft.surroundings,
    messages,
    messageCount: messages.length,
    flows: draft.flows,
    traffic: sumTraffic(draft.traffic, carrier === draft ? undefined : carrier.traffic),
    backlog: carrier.backlog,
    missingMessages: [draft, ...upgrades].reduce<number | undefined>(addMissing, undefined),
    pollingSocketId: constructed?.transport === 'polling' ? constructed.socketId : undefined,
    pollingFailures: draft.pollingFailures,
    sessionEnd: carrier === draft ? draft.sessionEnd : undefined,
    webTransportEnd: carrier.webTransportEnd,
    failedUpgrades: failedUpgrades.map((upgrade) => toConnection(upgrade, documentUrl, isWatched)),
    probes: draft.probes,
  };
}

function sourcesOf(draft: ConnectionDraft): Source[] {
  const { constructed, constructorThrew, handshake } = carrierOf(draft);
  const page: Source[] = constructed === undefined && constructorThrew === undefined ? [] : ['page-hook'];
  return handshake === undefined ? page : [...page, handshake.source];
}

function stateOf(draft: ConnectionDraft): ConnectionState {
  if (endOf(draft) !== undefined) return 'closed';
  const { closeCalls, constructed, handshake, open } = carrierOf(draft);
  if (closeCalls.some(({ error }) => error === undefined)) return 'closing';
  const isOpen =
    draft.open !== undefined ||
    open !== undefined ||
    (constructed === undefined && handshake?.status === 101);
  return isOpen ? 'open' : 'connecting';
}

function addMissing(sum: number | undefined, { missingMessages }: ConnectionDraft): number | undefined {
  return missingMessages === undefined ? sum : (sum ?? 0) + missingMessages;
}

type Traffic = EventOf<'socket-traffic'>;

/** What polling carried before the upgrade, and the WebSocket after it. The carrier's state is the connection's. */
function sumTraffic(before: Traffic | undefined, now: Traffic | undefined): Traffic | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  return {
    ...before,
    ...now,
    messagesIn: before.messagesIn + now.messagesIn,
    bytesIn: before.bytesIn + now.bytesIn,
    messagesOut: before.messagesOut + now.messagesOut,
    bytesOut: before.bytesOut + now.bytesOut,
  };
}
