import { handshakes } from './openhands/handshakes';
import { hangs } from './openhands/hangs';
import { libraryRefusals } from './openhands/library-refusals';
import { lost } from './openhands/lost';
import { refusals } from './openhands/refusals';
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
    { path: '*/sockets/events/*' },
  ],
  conversationId: [
    { in: 'query', name: 'conversation_id' },
    { in: 'path', after: '/sockets/events/' },
  ],
  volatileParameters: ['latest_event_id', 'after_timestamp', 'session_api_key'],
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
  ],
};
