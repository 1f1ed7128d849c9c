import type { Chain, Conversation } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import { lastAttempt, toChainOverview } from './chain-overview';
import { compareSeverity } from './findings';

/** What the user pointed at. Ids only: what they stand for is looked up, so it can never go stale. */
export interface Selection {
  readonly chainId: string;
  /** One attempt of the chain; absent: the chain as a whole. */
  readonly connectionId: string | undefined;
  /** Place of a message in its connection. */
  readonly messageIndex: number | undefined;
}

/** What is on show. */
export interface Focus {
  readonly conversation: Conversation;
  readonly chain: Chain;
  /** The attempt whose facts and messages are shown. */
  readonly connection: Connection;
  /** The user chose this attempt; otherwise it stands in for the whole chain. */
  readonly isAttemptChosen: boolean;
  readonly messageIndex: number | undefined;
}

/** The user's choice while it exists; before that the newest chain among those with the worst problem. */
export function resolveFocus(
  conversations: readonly Conversation[],
  selection: Selection | undefined,
): Focus | undefined {
  return (selection && chosenFocus(conversations, selection)) ?? suggestedFocus(conversations);
}

function chosenFocus(conversations: readonly Conversation[], selection: Selection): Focus | undefined {
  for (const conversation of conversations) {
    for (const chain of conversation.chains) {
      if (chain.id !== selection.chainId) continue;
      const chosen = chain.attempts.find(({ connection }) => connection.id === selection.connectionId);
      const connection = chosen?.connection ?? toChainOverview(chain).connection;
      const messageIndex = chosen === undefined ? undefined : selection.messageIndex;
      return { conversation, chain, connection, isAttemptChosen: chosen !== undefined, messageIndex };
    }
  }
  return undefined;
}

function suggestedFocus(conversations: readonly Conversation[]): Focus | undefined {
  let best: { conversation: Conversation; overview: ReturnType<typeof toChainOverview> } | undefined;
  for (const conversation of conversations) {
    for (const chain of conversation.chains) {
      const overview = toChainOverview(chain);
      const order = compareSeverity(overview.headline?.severity, best?.overview.headline?.severity);
      if (
        best === undefined ||
        order > 0 ||
        (order === 0 && newestMs(chain) >= newestMs(best.overview.chain))
      ) {
        best = { conversation, overview };
      }
    }
  }
  if (best === undefined) return undefined;
  const { chain, connection } = best.overview;
  return {
    conversation: best.conversation,
    chain,
    connection,
    isAttemptChosen: false,
    messageIndex: undefined,
  };
}

function newestMs(chain: Chain): number {
  return lastAttempt(chain).connection.startedMs;
}
