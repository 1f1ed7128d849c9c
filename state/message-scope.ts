import type { Chain, Conversation } from '../core/capture/chain';
import type { ListedConnection } from './listed-connection';
import type { MessageScope } from './messages-view';
import type { Focus } from './selection';

/** The connections whose messages are listed, in the order in which they began. */
export function toListedConnections(
  conversations: readonly Conversation[],
  { conversation, chain, connection }: Focus,
  scope: MessageScope,
): readonly ListedConnection[] {
  switch (scope) {
    case 'connection':
      return listChain(chain).filter((listed) => listed.connection === connection);
    case 'chain':
      return listChain(chain);
    case 'conversation':
      return conversation.chains.flatMap(listChain);
    case 'all':
      return conversations.flatMap(({ chains }) => chains.flatMap(listChain));
  }
}

function listChain({ id, conversationId, attempts }: Chain): readonly ListedConnection[] {
  return attempts.map(({ connection }, index) => ({
    connection,
    chainId: id,
    conversationId,
    attempt: index + 1,
    attemptCount: attempts.length,
  }));
}
