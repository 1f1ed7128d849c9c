import { fieldsOf, textOf } from './json-fields';

/** Far enough for comments before an operation. */
const LOOK_AT = 2_000;

/** What a client asks a GraphQL server to do. */
export interface GraphqlOperation {
  /** `query` also where the document leaves it out; undefined: a persisted query, or one that cannot be read. */
  readonly kind: 'query' | 'mutation' | 'subscription' | undefined;
  readonly name: string | undefined;
}

/** @param payload of `subscribe` or `start`: `{query, operationName, variables}`; AppSync wraps it in `data`, as text */
export function graphqlOperation(payload: unknown): GraphqlOperation {
  const fields = fieldsOf(payload);
  const query = (textOf(fields?.get('query')) ?? appSyncQuery(fields?.get('data')))?.slice(0, LOOK_AT);
  const found = /^[\s,]*(?:#[^\n]*\n[\s,]*)*(query|mutation|subscription)\b\s*([A-Za-z_]\w*)?/.exec(
    query ?? '',
  );
  const [, word, nameInQuery] = found ?? [];
  const kind =
    word === 'query' || word === 'mutation' || word === 'subscription'
      ? word
      : /^[\s,]*\{/.test(query ?? '')
        ? 'query'
        : undefined;
  return { kind, name: textOf(fields?.get('operationName')) ?? nameInQuery };
}

function appSyncQuery(data: unknown): string | undefined {
  const text = textOf(data);
  // The query stands first, as Amplify writes it; parsing the whole would cost for every subscription.
  const found = /^\s*\{\s*"query"\s*:\s*"\s*(?:\\n\s*)*((?:query|mutation|subscription)\s+\w+)/.exec(
    text?.slice(0, LOOK_AT) ?? '',
  );
  return found?.[1];
}
