import type { Answer } from './answer';
import { refuse, sentence } from './answer';
import { echo } from './messages';
import type { Family } from './upgrade';

/**
 * What OpenHands' agent server answers an unknown key: it closes with 4001 before it has accepted, its HTTP layer
 * makes a bare 403 of that, and the code never reaches the page (OpenHands software-agent-sdk 1.3).
 */
const REFUSED: Answer = { status: 403, body: '' };

function firstEvent(conversationId: string): string {
  return JSON.stringify({
    kind: 'ConversationStateUpdateEvent',
    id: '00000000-0000-4000-8000-000000000001',
    timestamp: '2026-01-01T00:00:00.000000',
    source: 'environment',
    key: 'full_state',
    value: { id: conversationId, execution_status: 'idle' },
  });
}

/** The answer to a plain request for a path of this family, as `/sockets/events/<id>` would give it. */
export function openHandsAnswer(query: URLSearchParams): Answer {
  return query.get('session_api_key') === 'good' ? sentence(426, 'This address speaks WebSocket.') : REFUSED;
}

/** `/sockets/events/<id>?session_api_key=good|bad|unknown-conversation`, on the wire like OpenHands V1. */
export const openHands: Family = {
  sockets: ({ socket, accept, segments, query }) => {
    const [kind, conversationId] = segments;
    if (kind !== 'events' || conversationId === undefined) {
      refuse(socket, REFUSED);
      return;
    }
    switch (query.get('session_api_key') ?? '') {
      case 'good': {
        accept((webSocket) => {
          webSocket.send(firstEvent(conversationId));
          echo(webSocket);
        });
        return;
      }
      case 'unknown-conversation': {
        accept((webSocket) => webSocket.close(4004, 'Conversation not found'));
        return;
      }
      default: {
        refuse(socket, REFUSED);
        return;
      }
    }
  },
};
