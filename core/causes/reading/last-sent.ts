import type { MessageEventRecord } from '../../capture/event';
import { CONSEQUENCE_MS } from '../thresholds';
import type { End } from './ends';

export interface LastSent {
  readonly index: number;
  readonly message: MessageEventRecord;
}

/** What the page sent right before an end, with nothing in return; undefined: nothing. */
export function lastSent({ connection, endMs }: End): LastSent | undefined {
  const { messages } = connection;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined || endMs - message.timeMs > CONSEQUENCE_MS) return undefined;
    if (message.direction === 'in') return undefined;
    return { index, message };
  }
  return undefined;
}
