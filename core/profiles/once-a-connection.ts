import type { Connection } from '../capture/connection';
import type { Profile } from './profile';

type Find<Value> = (connection: Connection, profiles: readonly Profile[]) => Value;

/**
 * Finds something out once for each connection, as long as the same profiles are asked. Lists and rules ask for every
 * connection at each tick, and a storm of reconnects makes thousands. A change gives a connection a new object.
 */
export function onceAConnection<Value>(find: Find<Value>): Find<Value> {
  const known = new WeakMap<Connection, { readonly profiles: readonly Profile[]; readonly value: Value }>();
  return (connection, profiles) => {
    const before = known.get(connection);
    if (before?.profiles === profiles) return before.value;
    const value = find(connection, profiles);
    known.set(connection, { profiles, value });
    return value;
  };
}
