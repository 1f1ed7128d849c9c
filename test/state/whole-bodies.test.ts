import { describe, expect, it } from 'vitest';
import type { MessageEventRecord } from '../../core/capture/event';
import type { MessageId } from '../../core/capture/source';
import { createWholeBodies, isBeginning } from '../../state/whole-bodies';

function message(seq: number, more: Partial<MessageEventRecord> = {}): MessageEventRecord {
  return {
    type: 'message',
    source: 'page-hook',
    streamId: 'a',
    seq,
    timeMs: seq,
    socketId: 1,
    direction: 'in',
    format: 'text',
    sizeBytes: 5_000,
    text: 'beg',
    isCut: true,
    ...more,
  };
}

function create() {
  const asked: MessageId[] = [];
  const wholes = createWholeBodies({ askForWhole: ({ streamId, seq }) => asked.push({ streamId, seq }) });
  return { asked, wholes, awaited: () => wholes.store.getState().awaited };
}

const whole = message(2, { isCut: false, text: 'beginning and end' });

describe('whole bodies', () => {
  it('only what was cut on its way from a page is asked for', () => {
    const { asked, wholes, awaited } = create();
    wholes.ask([whole, message(3, { source: 'network-log' }), message(4)]);
    expect(asked).toEqual([{ streamId: 'a', seq: 4 }]);
    expect(awaited()).toBe(1);
    expect(wholes.bodyOf(message(4))).toBe('asked');
    expect(wholes.bodyOf(message(3))).toBeUndefined();
  });

  it('an answer takes the place of the beginning, and is not asked for again', () => {
    const { asked, wholes, awaited } = create();
    const events = [message(1), message(2)];
    wholes.ask([message(2)]);
    wholes.onAnswer(message(2), whole);
    expect(wholes.putIn(events)).toEqual([message(1), whole]);
    wholes.ask(events);
    expect(asked.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(awaited()).toBe(1);
  });

  it('what is gone stays a beginning; a question without an answer is asked again and counted once', () => {
    const { asked, wholes, awaited } = create();
    wholes.ask([message(1)]);
    wholes.ask([message(1)]);
    expect(asked.length).toBe(2);
    expect(awaited()).toBe(1);
    wholes.onAnswer(message(1), undefined);
    wholes.onAnswer(message(1), whole);
    expect(awaited()).toBe(0);
    expect(wholes.bodyOf(message(1))).toBe('none');
    expect(wholes.putIn([message(1)])).toEqual([message(1)]);
  });

  it('answers that nobody asked for change nothing', () => {
    const { wholes, awaited } = create();
    wholes.onAnswer(message(2), whole);
    expect(awaited()).toBe(0);
    expect(wholes.putIn([message(2)])).toEqual([message(2)]);
  });

  it('of very many the newest are asked for', () => {
    const { asked, wholes } = create();
    wholes.ask(Array.from({ length: 10_000 }, (_, index) => message(index + 1)));
    expect([asked.length, asked[0]?.seq, asked.at(-1)?.seq]).toEqual([8_192, 1_809, 10_000]);
  });

  it('nobody is asked where there is nobody, as in a file', () => {
    const wholes = createWholeBodies({});
    wholes.ask([message(1)]);
    expect(wholes.bodyOf(message(1))).toBeUndefined();
    expect(wholes.store.getState().awaited).toBe(0);
  });

  it('a beginning is what was cut for the sake of the page', () => {
    expect(isBeginning(message(1))).toBe(true);
    expect(isBeginning(whole)).toBe(false);
    // Over the limit, and left out by who exported it.
    expect(isBeginning(message(1, { sizeBytes: 2_000_000 }))).toBe(false);
    expect(isBeginning({ ...message(1), text: undefined })).toBe(false);
  });
});
