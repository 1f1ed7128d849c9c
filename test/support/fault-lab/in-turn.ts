import { BadRequest } from './bad-request';
import type { Family, UpgradeHandler } from './upgrade';

/** Keys come from addresses, so anybody can make up new ones. */
const MOST_KEYS = 1_000;

/**
 * One address, another fault each time: `/in-turn?key=K&outcomes=status-403,close-4001` answers the first request
 * under K like `/status/403`, the second like `/close/4001`, and so round and round.
 */
export function createInTurn(families: Family): UpgradeHandler {
  const counts = new Map<string, number>();
  return (call) => {
    const key = call.query.get('key') ?? '';
    const outcomes = (call.query.get('outcomes') ?? '').split(',').filter((outcome) => outcome !== '');
    if (key === '' || outcomes.length === 0)
      throw new BadRequest('Add "key" and "outcomes", e.g. status-403,close-4001.');
    const count = counts.get(key) ?? 0;
    if (counts.size >= MOST_KEYS) counts.clear();
    counts.set(key, count + 1);
    const [name = '', ...segments] = (outcomes[count % outcomes.length] ?? '').split('-');
    const handler = Object.hasOwn(families, name) ? families[name] : undefined;
    if (handler === undefined) throw new BadRequest(`There is no fault "${name}".`);
    handler({ ...call, segments });
  };
}
