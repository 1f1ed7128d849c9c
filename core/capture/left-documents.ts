import type { EventOf } from './event';
import type { LifecycleEvent } from './lifecycle-event';

/**
 * The documents that were left, by stream, with how. One that came back out of the back/forward cache is not among them.
 *
 * @param lifecycle oldest first
 */
export function leftDocuments(
  lifecycle: readonly LifecycleEvent[],
): ReadonlyMap<string, EventOf<'page-hidden'>> {
  const left = new Map<string, EventOf<'page-hidden'>>();
  for (const event of lifecycle) {
    if (event.type === 'page-hidden') left.set(event.streamId, event);
    if (event.type === 'page-shown') left.delete(event.streamId);
  }
  return left;
}
