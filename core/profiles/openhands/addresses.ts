import type { UrlTest } from '../url-test';

/** Socket.IO; a prefix stands before it where the runtime is reached by a path. */
export const V0: UrlTest = { path: '*/socket.io/*', query: [{ name: 'conversation_id' }] };
/** Without the conversation: a client, or a proxy, left the query out. */
export const V0_NO_CONVERSATION: UrlTest = { path: '*/socket.io/*', query: [{ name: 'latest_event_id' }] };
/** The agent server's own WebSocket. */
export const V1: UrlTest = { path: '*/sockets/events/*' };
export const V1_BASH: UrlTest = { path: '*/sockets/bash-events' };
