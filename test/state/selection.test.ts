import { expect, test } from 'vitest';
import { resolveFocus } from '../../state/selection';
import { createViewStore } from '../../state/view-store';
import { sampleChain, sampleConversations, sampleWithout } from '../support/sample-conversations';

test('suggests the newest of the chains with the worst problem', () => {
  const focus = resolveFocus(sampleConversations, undefined);
  expect(focus?.chain.endpoint).toContain('chat.shop.example');
  expect(focus?.isAttemptChosen).toBe(false);
});

test('suggests another chain when a newer problem is the worst', () => {
  const focus = resolveFocus(sampleWithout('chat.shop.example'), undefined);
  expect(focus?.chain.endpoint).toContain('events.shop.example');
});

test('suggests a healthy chain when there is no other', () => {
  const { conversation } = sampleChain('api.shop.example');
  expect(resolveFocus([conversation], undefined)?.chain).toBe(conversation.chains[0]);
});

test('shows nothing of nothing', () => {
  expect(resolveFocus([], undefined)).toBeUndefined();
});

test('stays where the user chose, whatever is worse', () => {
  const view = createViewStore();
  const { chain } = sampleChain('api.shop.example');
  view.selectChain(chain.id);
  expect(resolveFocus(sampleConversations, view.store.getState().selection)?.chain).toBe(chain);
});

test('shows the attempt that a chain’s headline is about until an attempt is chosen', () => {
  const view = createViewStore();
  const { chain } = sampleChain('events.shop.example');
  view.selectChain(chain.id);
  // The second attempt is open and fine; the first is the one that the server closed.
  const focus = resolveFocus(sampleConversations, view.store.getState().selection);
  expect(focus?.connection).toBe(chain.attempts[0].connection);
});

test('shows the chosen attempt and message', () => {
  const view = createViewStore();
  const { chain } = sampleChain('chat.shop.example');
  const { connection } = chain.attempts[0];
  view.selectAttempt(chain.id, connection.id);
  expect(resolveFocus(sampleConversations, view.store.getState().selection)).toMatchObject({
    connection: { id: connection.id },
    isAttemptChosen: true,
    messageIndex: undefined,
  });
  view.selectMessage(chain.id, connection.id, 1);
  expect(resolveFocus(sampleConversations, view.store.getState().selection)?.messageIndex).toBe(1);
});

test('suggests again when the chosen chain is gone', () => {
  const selection = { chainId: 'gone', connectionId: undefined, messageIndex: undefined };
  expect(resolveFocus(sampleConversations, selection)?.chain.endpoint).toContain('chat.shop.example');
});

test('keeps the list folded when a capture is cleared, and tells its notices anew', () => {
  const view = createViewStore();
  view.toggleList();
  view.selectChain('a');
  view.dismissNotice('masked');
  expect(view.store.getState().dismissed).toEqual(new Set(['masked']));
  view.reset();
  expect(view.store.getState()).toEqual({
    selection: undefined,
    isListCollapsed: true,
    dismissed: new Set(),
  });
});
