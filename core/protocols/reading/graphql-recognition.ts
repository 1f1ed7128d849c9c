import type { Opening, Recognition } from '../protocol';
import { fieldsOf, textOf } from './json-fields';
import { messageFields } from './leading-fields';

/** What tells the two GraphQL protocols apart. */
interface GraphqlDialect {
  /** By which a server takes this protocol. */
  readonly subprotocol: string;
  readonly vocabulary: ReadonlyMap<string, unknown>;
  /** The type that begins an operation. */
  readonly operation: string;
  /** Types that the other protocol has not, beside the operation. */
  readonly own: readonly string[];
}

/**
 * By the subprotocol; where that is not known, because the socket was open before anybody looked, by the first messages:
 * all of this protocol's types, one that only it has, and one that applications do not have by chance.
 */
export function recogniseGraphql(opening: Opening, dialect: GraphqlDialect): Recognition {
  const { accepted, offered, firstMessages } = opening;
  const { subprotocol, vocabulary, operation, own } = dialect;
  if (accepted !== '') return accepted === subprotocol ? 'certain' : undefined;
  const seen = firstMessages.map((message) => {
    const fields = messageFields(message);
    const type = textOf(fields?.get('type')) ?? '';
    return { type, isOperation: type === operation && hasQuery(fields?.get('payload')) };
  });
  if (!seen.every(({ type }) => vocabulary.has(type))) return undefined;
  const isTelling = seen.some(({ type, isOperation }) => isOperation || type.startsWith('connection_'));
  const isOwn = seen.some(({ type, isOperation }) => isOperation || own.includes(type));
  if (isTelling && isOwn) return 'likely';
  // No subprotocol was taken, as in a handshake that failed: what the client offered first is what it would have spoken.
  return (isTelling || seen.length === 0) && offered[0] === subprotocol ? 'likely' : undefined;
}

function hasQuery(payload: unknown): boolean {
  const fields = fieldsOf(payload);
  return ['query', 'data', 'extensions'].some((name) => fields?.has(name) === true);
}
