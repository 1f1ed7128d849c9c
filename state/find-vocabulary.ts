import type { Conversation } from '../core/capture/chain';
import { NAME_SEPARATOR } from '../core/find/message-facts';
import type { Vocabulary } from '../core/find/suggest';
import { codesOf } from './listed-connection';
import { transcriptOf } from '../core/protocols/wire';

/** Enough to choose from; the rest is found by typing more of it. */
const MOST_NAMES = 500;
/** Connections beyond these add few new words. */
const MOST_CONNECTIONS = 2_000;

/** The words that the capture holds, as far as it has been read; the most frequent first. */
export function toVocabulary(conversations: readonly Conversation[]): Vocabulary {
  const events = new Map<string, number>();
  const codes = new Map<string, number>();
  const protocols = new Map<string, number>();
  const urls = new Map<string, number>();
  const connections = conversations
    .flatMap(({ chains }) => chains)
    .flatMap(({ attempts }) => attempts)
    .slice(-MOST_CONNECTIONS);
  for (const { connection } of connections) {
    for (const code of codesOf(connection)) count(codes, code, 1);
    if (URL.canParse(connection.url)) count(urls, new URL(connection.url).host, 1);
    if (connection.messageCount === 0) continue;
    const { protocol, facts } = transcriptOf(connection);
    count(protocols, protocol.id, 1);
    for (const { names = '', messageCount } of facts.kinds) {
      if (messageCount > 0) for (const name of names.split(NAME_SEPARATOR)) count(events, name, messageCount);
    }
  }
  events.delete('');
  return {
    event: byCount(events),
    code: byCount(codes),
    conversation: conversations.map(({ id }) => id).filter((id) => id !== undefined),
    protocol: byCount(protocols),
    url: byCount(urls),
  };
}

function count(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}

function byCount(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMES)
    .map(([word]) => word);
}
