import { expect, test } from 'vitest';
import { createCaptureFold } from '../../core/capture/fold';
import { toConversations } from '../../core/capture/conversation';
import { createConversationGrouping } from '../../state/conversation-grouping';
import { sampleEvents } from '../support/sample-session';

test('groups as anew after each event', () => {
  const fold = createCaptureFold();
  const group = createConversationGrouping();
  for (const event of sampleEvents()) {
    fold.add([event]);
    expect(group(fold.connections())).toEqual(toConversations(fold.connections()));
  }
});

test('leaves chains alone that have no news', () => {
  const fold = createCaptureFold();
  const group = createConversationGrouping();
  const events = sampleEvents();
  fold.add(events);
  const before = group(fold.connections());
  const message = events.find(({ type }) => type === 'message');
  if (message === undefined) throw new Error('The sample has messages');
  fold.add([{ ...message, seq: 1_000_000 }]);
  const after = group(fold.connections());
  expect(after.filter((conversation, index) => conversation !== before[index])).toHaveLength(1);
  expect(group(fold.connections())).toBe(after);
});
