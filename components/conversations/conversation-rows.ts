import type { Conversation } from '../../core/capture/chain';
import type { Severity } from '../../core/causes/cause';
import { toChainOverview, worstSeverity } from '../../state/chain-overview';
import type { ChainOverview } from '../../state/chain-overview';

/** The lines of the list, top to bottom. */
export type ConversationRow =
  | {
      readonly kind: 'conversation';
      readonly id: string;
      readonly chainCount: number;
      readonly attemptCount: number;
      readonly severity: Severity | undefined;
    }
  | { readonly kind: 'chain'; readonly overview: ChainOverview; readonly isNested: boolean };

/** A conversation without an id is its one chain, and needs no line of its own. */
export function toConversationRows(conversations: readonly Conversation[]): readonly ConversationRow[] {
  return conversations.flatMap((conversation) => {
    const { id, chains } = conversation;
    const rows = chains.map((chain): ConversationRow => {
      return { kind: 'chain', overview: toChainOverview(chain), isNested: id !== undefined };
    });
    if (id === undefined) return rows;
    const attemptCount = chains.reduce((sum, chain) => sum + chain.attempts.length, 0);
    const severity = worstSeverity(conversation);
    return [{ kind: 'conversation', id, chainCount: chains.length, attemptCount, severity }, ...rows];
  });
}
