import { stringSlice } from './primordials';
import type { Recorder } from './recorder';
import { withStack } from './stack';

const REASON_LIMIT = 1_000;

/**
 * The record of a call of `close()`, with the caller's stack. The browser alone converts the arguments, so only what
 * needs no conversion is kept.
 */
export function describeCloseCall(
  recorder: Recorder,
  socketId: number,
  readyState: number,
  parameters: readonly unknown[],
) {
  const code = parameters[0];
  const reason = parameters[1];
  return withStack({
    ...recorder.stamp('socket-close-called', socketId),
    readyState,
    ...(typeof code === 'number' ? { code } : undefined),
    ...(typeof reason === 'string' ? { reason: stringSlice(reason, [0, REASON_LIMIT]) } : undefined),
  });
}
