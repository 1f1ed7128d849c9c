import type { Attempt, Chain, Conversation } from '../core/capture/chain';
import type { Connection } from '../core/capture/connection';
import { toConversations } from '../core/capture/conversation';
import { knownProfiles, type ProfileSet } from './known-profiles';

/**
 * Groups connections tick after tick. Most ticks bring messages and nothing that grouping looks at: then what was
 * grouped stays, with the connections as they are now in it, and chains without news keep their identity.
 */
export function createConversationGrouping(
  profiles: ProfileSet = knownProfiles,
): (connections: readonly Connection[]) => readonly Conversation[] {
  let before: readonly Connection[] = [];
  let grouped: readonly Conversation[] = [];
  return (connections) => {
    const news = newsOf(before, connections);
    before = connections;
    if (news === undefined) grouped = toConversations(connections, profiles());
    else if (news.size > 0) grouped = grouped.map((conversation) => renewConversation(conversation, news));
    return grouped;
  };
}

type News = ReadonlyMap<Connection, Connection>;

/** Connections that have changed, by what they were; undefined: in something that grouping looks at. */
function newsOf(before: readonly Connection[], now: readonly Connection[]): News | undefined {
  if (before.length !== now.length) return undefined;
  const news = new Map<Connection, Connection>();
  for (const [index, connection] of now.entries()) {
    const old = before[index];
    if (old === undefined) return undefined;
    if (old === connection) continue;
    const isGroupedAlike =
      old.id === connection.id &&
      old.url === connection.url &&
      old.streamId === connection.streamId &&
      old.startedMs === connection.startedMs &&
      old.endedMs === connection.endedMs;
    if (!isGroupedAlike) return undefined;
    news.set(old, connection);
  }
  return news;
}

function renewConversation(conversation: Conversation, news: News): Conversation {
  const [first, ...rest] = conversation.chains;
  const chains: Conversation['chains'] = [
    renewChain(first, news),
    ...rest.map((chain) => renewChain(chain, news)),
  ];
  return chains.every((chain, index) => chain === conversation.chains[index])
    ? conversation
    : { ...conversation, chains };
}

function renewChain(chain: Chain, news: News): Chain {
  if (!chain.attempts.some(({ connection }) => news.has(connection))) return chain;
  const renew = (attempt: Attempt): Attempt => {
    const connection = news.get(attempt.connection);
    return connection === undefined ? attempt : { ...attempt, connection };
  };
  const [first, ...rest] = chain.attempts;
  return { ...chain, attempts: [renew(first), ...rest.map(renew)] };
}
