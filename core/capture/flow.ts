import type { MessageEventRecord } from './event';

/** What went one way over a connection, as far as its messages are here. Sizes as in `MessageEventRecord`. */
export interface Flow {
  readonly messages: number;
  readonly bytes: number;
  readonly lastMs: number | undefined;
}

export interface Flows {
  readonly in: Flow;
  readonly out: Flow;
}

export const NO_FLOW: Flows = {
  in: { messages: 0, bytes: 0, lastMs: undefined },
  out: { messages: 0, bytes: 0, lastMs: undefined },
};

/** One message more. Kept up message by message, because a connection may hold a million of them. */
export function addToFlows(flows: Flows, { direction, sizeBytes, timeMs }: MessageEventRecord): Flows {
  const { messages, bytes, lastMs } = flows[direction];
  const more = {
    messages: messages + 1,
    bytes: bytes + sizeBytes,
    lastMs: Math.max(lastMs ?? timeMs, timeMs),
  };
  return direction === 'in' ? { in: more, out: flows.out } : { in: flows.in, out: more };
}
