import { sessionIdIn } from '../protocols/reading/engine-io-payload';
import type { ConnectionDraft } from './connection-draft';
import type { MessageEventRecord } from './event';

/**
 * Finds the Engine.IO session that a transport belongs to. A session begins with HTTP polling, tells its id in the
 * first answer, and moves to a WebSocket that carries the id in its address, or to a WebTransport that carries it
 * inside; either is part of the same connection.
 * https://socket.io/docs/v4/engine-io-protocol/#upgrade
 */
export interface EngineIoSessions {
  /** The polling session that this new transport is meant to take over; undefined: it is a connection of its own. */
  sessionOf(transport: ConnectionDraft): ConnectionDraft | undefined;
  /** A polling session has got a message: it may tell the session's id, or end it. */
  onPollingMessage(session: ConnectionDraft, message: MessageEventRecord): void;
}

export function createEngineIoSessions(): EngineIoSessions {
  const byId = new Map<string, ConnectionDraft>();
  /** The newest session of each document and endpoint: a WebTransport does not show its session's id. */
  const newest = new Map<string, ConnectionDraft>();

  function remember(session: ConnectionDraft, sessionId: string): void {
    byId.set(`${session.streamId} ${sessionId}`, session);
    newest.set(endpointKey(session), session);
  }

  return {
    sessionOf(transport) {
      const { constructed } = transport;
      if (constructed === undefined) return undefined;
      if (constructed.transport === 'polling') {
        const sessionId = querySessionId(constructed.url);
        if (sessionId !== undefined) remember(transport, sessionId);
        return undefined;
      }
      if (constructed.transport === 'webtransport') {
        const session = newest.get(endpointKey(transport));
        return session?.upgrades.length === 0 ? session : undefined;
      }
      const sessionId = querySessionId(constructed.url);
      return sessionId === undefined ? undefined : byId.get(`${transport.streamId} ${sessionId}`);
    },
    onPollingMessage(session, { direction, text }) {
      if (text === undefined || direction !== 'in' || !text.includes('"sid"')) return;
      const sessionId = sessionIdIn(text);
      if (sessionId !== undefined) remember(session, sessionId);
    },
  };
}

/** Only Engine.IO's own addresses: other servers may use a parameter of this name for something else. */
function querySessionId(url: string): string | undefined {
  if (!url.includes('EIO=') || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get('sid') ?? undefined;
}

function endpointKey({ streamId, constructed }: ConnectionDraft): string {
  const url = constructed?.url ?? '';
  return URL.canParse(url)
    ? `${streamId} ${new URL(url).host}${new URL(url).pathname}`
    : `${streamId} ${url}`;
}
