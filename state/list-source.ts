import { toPossibleTest, toQueryTest, type PatternTest, type QueryTest } from '../core/find/query-test';
import type { Transcript } from '../core/protocols/transcript';
import { transcriptOf } from '../core/protocols/wire';
import { toAskedConnection, type ListedConnection } from './listed-connection';
import type { ListRequest } from './list-request';

/** UTF-16 units of reading at a time: a millisecond. */
const READING_BUDGET = 50_000;

/** One connection of a list of messages, while it is being gone through. */
export interface ListSource {
  listed: ListedConnection;
  readonly transcript: Transcript;
  readonly test: QueryTest;
  /** Whether `test` can be true, whatever the patterns say. */
  readonly possible: QueryTest;
  /** How far it has been read, as was seen last. */
  readCount: number;
}

/** @param request asked for its query now, for its pins whenever a message is looked at */
export function createListSource(
  listed: ListedConnection,
  request: () => ListRequest,
  patternTest: PatternTest,
): ListSource {
  const asked = toAskedConnection(listed, (message) => request().pinned.has(message));
  const { query } = request();
  return {
    listed,
    transcript: transcriptOf(listed.connection),
    test: toQueryTest(query, asked, patternTest),
    possible: toPossibleTest(query, asked),
    readCount: 0,
  };
}

/** Reads on in one connection; false: that did not reach the message. */
export function readUpTo(source: ListSource, index: number): boolean {
  const { listed, transcript } = source;
  if (transcript.readCount <= index) transcript.readOn(listed.connection.messages, READING_BUDGET);
  source.readCount = transcript.readCount;
  return source.readCount > index;
}
