import { expect, test } from 'vitest';
import { backlogAfter, type Backlog } from '../../../core/capture/backlog';

/** What is known after the page has told these amounts, a second apart; undefined: a count taken for another reason. */
function after(...amounts: readonly (number | undefined)[]): Backlog | undefined {
  let backlog: Backlog | undefined;
  for (const [index, bufferedAmount] of amounts.entries()) {
    backlog = backlogAfter(backlog, {
      type: 'socket-traffic',
      source: 'page-hook',
      streamId: 'page:1',
      seq: index + 1,
      timeMs: index * 1_000,
      socketId: 1,
      messagesIn: 0,
      bytesIn: 0,
      messagesOut: 1,
      bytesOut: 1,
      ...(bufferedAmount === undefined ? undefined : { bufferedAmount }),
    });
  }
  return backlog;
}

test('a backlog lasts from the first time that it is much', () => {
  expect(after(10, 2_000_000, 4_000_000)).toEqual({
    sinceMs: 1_000,
    fromBytes: 2_000_000,
    seenMs: 2_000,
    bytes: 4_000_000,
  });
});

test('two bursts with an empty queue between them are no backlog that grew', () => {
  expect(after(2_000_000, 0, 4_000_000)).toMatchObject({ sinceMs: 2_000, fromBytes: 4_000_000 });
  expect(after(2_000_000, 0)).toBeUndefined();
});

test('a count without a look at the queue changes nothing', () => {
  expect(after(2_000_000, undefined)).toMatchObject({ sinceMs: 0, seenMs: 0 });
});
