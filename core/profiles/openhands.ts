import { V0_NO_CONVERSATION, V1_BASH } from './openhands/addresses';
import { auth } from './openhands/auth';
import { clients } from './openhands/clients';
import { agentState, EVERYTHING_AGAIN, ohEvent, V1_CLOCK, V1_STORED } from './openhands/events';
import { handshakes } from './openhands/handshakes';
import { hangs } from './openhands/hangs';
import { libraryRefusals } from './openhands/library-refusals';
import { lost } from './openhands/lost';
import { refusals } from './openhands/refusals';
import { secrets } from './openhands/secrets';
import { statusUpdates } from './openhands/status-updates';
import { transmission } from './openhands/transmission';
import { v0Events } from './openhands/v0-events';
import { v1Events } from './openhands/v1-events';
import type { Profile } from './profile';

/** OpenHands: Socket.IO ("V0", id in the query) and native WebSocket ("V1", id in the path, hex or dashed UUID). */
export const openhands: Profile = {
  version: 1,
  id: 'openhands',
  name: 'OpenHands',
  recognise: [
    { path: '*/socket.io/*', query: [{ name: 'conversation_id' }] },
    V0_NO_CONVERSATION,
    { path: '*/sockets/events/*' },
    V1_BASH,
  ],
  conversationId: [
    { in: 'query', name: 'conversation_id' },
    { in: 'path', after: '/sockets/events/', unlessStartsWith: 'task-' },
    { in: 'page-path', after: '/conversations/', unlessStartsWith: 'task-' },
  ],
  volatileParameters: ['latest_event_id', 'after_timestamp', 'session_api_key'],
  // Its key is the conversation's, and the socket of a planning conversation carries the key of the main one.
  sharedParameters: ['session_api_key'],
  secrets,
  eventIds: [
    {
      packet: ohEvent({ at: '0.id', exists: true }),
      at: '0.id',
      order: 'counting',
      resume: { name: 'latest_event_id', says: 'id' },
    },
    {
      packet: V1_STORED,
      at: 'id',
      order: 'unordered',
      resume: { name: 'after_timestamp', says: 'time' },
      replaysWith: EVERYTHING_AGAIN,
    },
  ],
  replayEnd: agentState(),
  history: [
    { kind: 'before-answer', packet: 'CONNECT' },
    { kind: 'older-than', clock: V1_CLOCK, clockAt: 'timestamp', at: 'timestamp' },
  ],
  clients,
  signs: [
    ...refusals,
    ...libraryRefusals,
    ...hangs,
    ...handshakes,
    ...lost,
    ...transmission,
    ...statusUpdates,
    ...v0Events,
    ...v1Events,
    ...auth,
  ],
};
