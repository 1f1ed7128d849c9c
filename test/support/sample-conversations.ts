import type { Conversation } from '../../core/capture/chain';
import { toConversations } from '../../core/capture/conversation';
import { foldEvents } from '../../core/capture/fold';
import { sampleEvents } from './sample-session';

export const sampleConnections = foldEvents(sampleEvents());
export const sampleConversations = toConversations(sampleConnections);

/** The chain whose endpoint contains a text, with its conversation. */
export function sampleChain(endpointPart: string) {
  for (const conversation of sampleConversations) {
    const chain = conversation.chains.find(({ endpoint }) => endpoint.includes(endpointPart));
    if (chain !== undefined) return { conversation, chain };
  }
  throw new Error(`The sample has no chain to ${endpointPart}`);
}

/** The sample with the chains to one endpoint left out. */
export function sampleWithout(endpointPart: string): readonly Conversation[] {
  return sampleConversations.flatMap((conversation) => {
    const [first, ...rest] = conversation.chains.filter(({ endpoint }) => !endpoint.includes(endpointPart));
    return first === undefined ? [] : [{ ...conversation, chains: [first, ...rest] as const }];
  });
}
