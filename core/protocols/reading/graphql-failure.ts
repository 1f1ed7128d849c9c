import type { Failure } from '../protocol';
import { fieldsOf, idOf, textOf, type JsonFields } from './json-fields';

/**
 * What a GraphQL server says went wrong, or undefined where it says nothing. Servers write it as an array of errors
 * (graphql-ws), as one error (subscriptions-transport-ws), as `{errors: [...]}` (AppSync, and results with errors), or
 * as bare text (Hasura).
 */
export function graphqlFailure(payload: unknown): Failure | undefined {
  const text = textOf(payload);
  if (text !== undefined) return { message: text };
  if (Array.isArray(payload)) return failureOf(payload);
  const fields = fieldsOf(payload);
  const errors: unknown = fields?.get('errors');
  if (Array.isArray(errors)) return failureOf(errors);
  return fields === undefined ? undefined : failureOf([payload]);
}

/** The first error stands for all; the others often only repeat it. */
function failureOf(errors: readonly unknown[]): Failure | undefined {
  if (errors.length === 0) return undefined;
  const [first] = errors;
  const fields = fieldsOf(first);
  if (fields === undefined) return { message: textOf(first) ?? '' };
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  const code = codeIn(fields);
  const message = textOf(fields.get('message')) ?? textOf(fields.get('error')) ?? code ?? '';
  return { message: `${message}${more}`, ...(code !== undefined && { code }) };
}

/** `extensions.code` is the convention; AppSync has `errorType` and `errorCode`, Hasura `code`. */
function codeIn(fields: JsonFields): string | undefined {
  const code =
    idOf(fieldsOf(fields.get('extensions'))?.get('code')) ??
    idOf(fields.get('errorType')) ??
    idOf(fields.get('errorCode')) ??
    idOf(fields.get('code'));
  return code === '' ? undefined : code;
}
