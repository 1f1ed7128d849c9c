import type { Chain, Conversation } from './chain';

/** So many are looked at, the last ones of the list: a rule that compares each chain with all others must not grow. */
const MOST = 50;

/** Other chains of the capture, whatever their conversation. */
export function companionsOf(chain: Chain, conversations: readonly Conversation[]): readonly Chain[] {
  const others: Chain[] = [];
  for (let index = conversations.length - 1; index >= 0 && others.length < MOST; index -= 1) {
    for (const other of conversations[index]?.chains ?? []) {
      if (other !== chain && others.length < MOST) others.push(other);
    }
  }
  return others;
}
