import { profiles as builtInProfiles } from '../profiles/catalogue';
import { onceAConnection } from '../profiles/once-a-connection';
import type { Profile } from '../profiles/profile';
import type { Attempt, Chain, Conversation } from './chain';
import type { Connection } from './connection';
import { conversationIdOfConnection } from './conversation-id';
import { endpointOf } from './endpoint';
import { sharedKeyOf } from './sub-conversation';

/** A chain under construction: attempts are added at its end. */
interface OpenChain {
  readonly endpoint: string;
  readonly conversationId: string | undefined;
  readonly attempts: Attempt[];
}

/**
 * Groups connections into chains and chains into conversations.
 *
 * An attempt continues a chain when it goes to the same endpoint, from the same document, after the chain's last
 * attempt has ended: two sockets that live side by side are two links, not a reconnect.
 *
 * @param connections oldest first
 * @returns conversations in order of their first connection
 */
export function toConversations(
  connections: readonly Connection[],
  profiles: readonly Profile[] = builtInProfiles,
): readonly Conversation[] {
  return groupByConversation(toChains(connections, profiles));
}

/** What grouping asks of one connection, found out once: whoever has thousands may ask before, a few at a time. */
export const linkOf = onceAConnection((connection, profiles) => ({
  endpoint: endpointOf(connection.url, profiles),
  sharedKey: sharedKeyOf(connection, profiles),
  ownConversationId: conversationIdOfConnection(connection, profiles),
}));

export function toChains(connections: readonly Connection[], profiles: readonly Profile[]): readonly Chain[] {
  const chains: OpenChain[] = [];
  const byLink = new Map<string, OpenChain[]>();
  const bySharedKey = new Map<string, OpenChain>();
  for (const connection of connections) {
    const { endpoint, sharedKey, ownConversationId } = linkOf(connection, profiles);
    const link = `${connection.streamId} ${endpoint}`;
    const candidates = byLink.get(link) ?? [];
    const chain = candidates.find((candidate) => endedBefore(candidate, connection.startedMs));
    if (chain !== undefined) {
      chain.attempts.push({ connection, waitMs: waitBefore(chain, connection) });
      continue;
    }
    // Of a conversation inside another one only while that one is there: a page may go on to the next with its key.
    const main = sharedKey === undefined ? undefined : bySharedKey.get(sharedKey);
    const isInside = main !== undefined && !endedBefore(main, connection.startedMs);
    const conversationId = (isInside ? main.conversationId : undefined) ?? ownConversationId;
    const started: OpenChain = { endpoint, conversationId, attempts: [{ connection, waitMs: undefined }] };
    chains.push(started);
    byLink.set(link, [...candidates, started]);
    if (sharedKey !== undefined && !isInside) bySharedKey.set(sharedKey, started);
  }
  return chains.map(finish);
}

function endedBefore(chain: OpenChain, timeMs: number): boolean {
  const endedMs = chain.attempts.at(-1)?.connection.endedMs;
  return endedMs !== undefined && endedMs <= timeMs;
}

function waitBefore(chain: OpenChain, connection: Connection): number | undefined {
  const endedMs = chain.attempts.at(-1)?.connection.endedMs;
  return endedMs === undefined ? undefined : connection.startedMs - endedMs;
}

function finish({ endpoint, conversationId, attempts }: OpenChain): Chain {
  const [first, ...rest] = attempts;
  if (first === undefined) throw new Error('A chain starts with an attempt');
  return { id: first.connection.id, endpoint, conversationId, attempts: [first, ...rest] };
}

function groupByConversation(chains: readonly Chain[]): readonly Conversation[] {
  const groups = new Map<string, [Chain, ...Chain[]]>();
  for (const chain of chains) {
    // Without an id, each chain is a conversation of its own.
    const key = chain.conversationId === undefined ? `chain ${chain.id}` : `id ${chain.conversationId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [chain]);
    else group.push(chain);
  }
  return [...groups.values()].map((group) => ({ id: group[0].conversationId, chains: group }));
}
