import { expect, test } from 'vitest';
import { parseQuery } from '../../../core/find/parse-query';
import { suggest, type Vocabulary } from '../../../core/find/suggest';

const seen: Vocabulary = {
  event: ['oh_event', 'oh_action', 'with space'],
  code: ['4001'],
  conversation: ['87f5ada8'],
  protocol: ['socket-io'],
  url: ['app.example'],
};

function labels(text: string, caret = text.length): string[] {
  return suggest(text, caret, seen).map(({ label }) => label);
}

test('an empty filter offers every field', () => {
  expect(labels('')).toEqual([
    ...['is:', 'dir:', 'event:', 'code:', 'conversation:', 'protocol:', 'url:', 'has:', 'size>', 'latency>'],
  ]);
});

test('a field that was begun is completed, and waits for its value', () => {
  expect(suggest('a pro', 5, seen)).toMatchObject([{ label: 'protocol:', text: 'a protocol:', caret: 11 }]);
});

test('values are those that the capture holds', () => {
  expect(labels('event:')).toEqual(['event:oh_event', 'event:oh_action', 'event:"with space"']);
  expect(labels('event:act')).toEqual(['event:oh_action']);
  expect(labels('code:4')).toEqual(['code:4001']);
  expect(labels('is:un')).toEqual(['is:unreadable', 'is:unanswered']);
});

test('a name or a word is found without its field', () => {
  expect(labels('oh_e')).toEqual(['event:oh_event']);
  expect(labels('err')).toEqual(['is:error']);
});

test('the word at the caret is replaced, and what stands around it stays', () => {
  expect(suggest('dir:in -ev x', 10, seen)[0]).toEqual({
    label: 'event:',
    hint: expect.any(String) as string,
    text: 'dir:in -event:x',
    caret: 14,
  });
  expect(suggest('is:err x', 6, seen)[0]).toMatchObject({ text: 'is:error x', caret: 9 });
});

test('every finished suggestion can be read', () => {
  for (const text of ['event:', 'is:', 'has:', 'dir:', 'protocol:']) {
    for (const { text: taken } of suggest(text, text.length, seen)) expect(parseQuery(taken).ok).toBe(true);
  }
});
