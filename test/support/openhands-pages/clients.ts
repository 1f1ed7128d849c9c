import { io } from 'socket.io-client';

/** What runs in the page: the clients of OpenHands, as its front end makes them. */

const V1_RECONNECT_MS = 3_000;

export interface V0Call {
  /** Host and port of the server. */
  readonly host: string;
  /** The first segment of the path, as where a runtime is reached by a path. */
  readonly fault: string;
  readonly conversationId?: string;
  readonly sessionApiKey?: string;
  readonly namespace?: string;
  /** A message of the user, sent once it is let in: so many characters. */
  readonly sendChars?: number;
  /** Does not come back, so that what there is to see stays the newest. */
  readonly isOnce?: boolean;
}

/** V0: socket.io-client with the options of `ws-client-provider.tsx`, which leave reconnection to its defaults. */
export function connectV0(call: V0Call): void {
  const { host, fault, conversationId, sessionApiKey, namespace = '', sendChars, isOnce = false } = call;
  const socket = io(`http://${host}${namespace}`, {
    transports: ['websocket'],
    path: `/${fault}/socket.io`,
    query: {
      latest_event_id: -1,
      ...(conversationId !== undefined && { conversation_id: conversationId }),
      providers_set: [],
      session_api_key: sessionApiKey ?? `${fault}-key`,
    },
    forceNew: true,
    reconnection: !isOnce,
  });
  socket.on('connect', () => {
    if (sendChars === undefined) return;
    const args = { content: 'x'.repeat(sendChars), image_urls: [], file_urls: [] };
    socket.emit('oh_user_action', { action: 'message', args });
  });
}

export interface V1Call {
  /** Host, port and path of the socket, with its query. */
  readonly address: string;
  readonly send?: string;
  readonly isOnce?: boolean;
}

/** V1: the hook `use-websocket.ts`, which comes back after 3 s whatever the code. */
export function connectV1({ address, send, isOnce = false }: V1Call): void {
  const socket = new WebSocket(`ws://${address}`);
  socket.onopen = () => {
    if (send !== undefined) socket.send(send);
  };
  socket.onclose = () => {
    if (!isOnce) setTimeout(() => connectV1({ address, isOnce }), V1_RECONNECT_MS);
  };
}
