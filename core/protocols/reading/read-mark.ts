import type { MessageEventRecord } from '../../capture/event';

/**
 * How far a list of messages has been read. The list grows at its end, and late messages come in a little before that.
 * A copy of a million messages would tell where; the newest of them and the list itself do too.
 */
export interface ReadMark {
  readonly count: number;
  /** The next message has been read. */
  push(message: MessageEventRecord): void;
  at(index: number): MessageEventRecord | undefined;
  /** Takes the list as it is now. Returns how many of its messages are those that have been read, and goes back there. */
  follow(messages: readonly MessageEventRecord[]): number;
}

/** Control messages come some hundreds ahead at most. */
const TAIL_LENGTH = 4_096;

/** @param tailLength of the newest that are remembered: later than that, and all is read anew */
export function createReadMark(tailLength = TAIL_LENGTH): ReadMark {
  let list: readonly MessageEventRecord[] = [];
  let count = 0;
  /** The newest that have been read, oldest first. */
  let tail: MessageEventRecord[] = [];

  function keptOf(messages: readonly MessageEventRecord[]): number {
    const oldest = count - tail.length;
    let kept = Math.min(count, messages.length);
    while (kept > oldest && messages[kept - 1] !== tail[kept - 1 - oldest]) kept -= 1;
    // None of those that are remembered is where it was, so nobody knows where those before them are.
    return kept <= oldest ? 0 : kept;
  }

  return {
    get count() {
      return count;
    },
    push(message) {
      count += 1;
      tail.push(message);
      if (tail.length > 2 * tailLength) tail = tail.slice(-tailLength);
    },
    at: (index) => (index < count ? list[index] : undefined),
    follow(messages) {
      const kept = keptOf(messages);
      list = messages;
      if (kept < count) tail = messages.slice(Math.max(0, kept - tailLength), kept);
      count = kept;
      return kept;
    },
  };
}
