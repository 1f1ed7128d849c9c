import type { Profile } from './profile';

/** OpenHands: Socket.IO ("V0", id in the query) and native WebSocket ("V1", id in the path, hex or dashed UUID). */
export const openhands: Profile = {
  version: 1,
  id: 'openhands',
  name: 'OpenHands',
  conversationId: [
    { in: 'query', name: 'conversation_id' },
    { in: 'path', after: '/sockets/events/' },
  ],
  volatileParameters: ['latest_event_id', 'after_timestamp', 'session_api_key'],
};
