import type { MessageEventRecord } from '../core/capture/event';
import { termsOf, type Query, type Term } from '../core/find/query';
import { codesOf, type ListedConnection } from './listed-connection';

/** What is to be listed. */
export interface ListRequest {
  readonly connections: readonly ListedConnection[];
  readonly query: Query;
  /** Heartbeats that follow each other share a row. */
  readonly foldsHeartbeats: boolean;
  readonly pinned: ReadonlySet<MessageEventRecord>;
}

/** Asked of the same connections, it finds the same. */
export function isSameQuestion(a: ListRequest, b: ListRequest): boolean {
  return (
    a.query === b.query &&
    a.foldsHeartbeats === b.foldsHeartbeats &&
    (a.pinned === b.pinned || ![...termsOf(a.query)].some(isOfPins))
  );
}

/** What is known of the connection has changed so that the query finds other messages in it. */
export function isAskedAnew(query: Query, before: ListedConnection, now: ListedConnection): boolean {
  if (![...termsOf(query)].some(({ kind }) => kind === 'name')) return false;
  return (
    codesOf(before.connection).join() !== codesOf(now.connection).join() ||
    before.conversationId !== now.conversationId ||
    before.connection.url !== now.connection.url
  );
}

/** It asks what became of calls, which messages that come later decide. */
export function isOfAnswers(query: Query): boolean {
  return [...termsOf(query)].some(
    (term) =>
      (term.kind === 'is' && term.word === 'unanswered') ||
      (term.kind === 'has' && term.word === 'answer') ||
      (term.kind === 'measure' && term.field === 'latency'),
  );
}

function isOfPins(term: Term): boolean {
  return term.kind === 'is' && term.word === 'pinned';
}
