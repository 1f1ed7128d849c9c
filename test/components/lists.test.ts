import { describe, expect, test } from 'vitest';
import { toConversationRows } from '../../components/conversations/conversation-rows';
import { toListMove } from '../../components/ui/list-move';
import { toRowWindow, toScrollTop } from '../../components/ui/row-window';
import { sampleConversations } from '../support/sample-conversations';

describe('the row window', () => {
  const few = { count: 100, rowHeight: 20, viewportHeight: 200 };
  const million = { count: 1_000_000, rowHeight: 20, viewportHeight: 400 };

  test('draws what is in view and a little more', () => {
    expect(toRowWindow(few, 0)).toEqual({ scrollHeight: 2_000, first: 0, end: 16, topPx: 0 });
    expect(toRowWindow(few, 1_000)).toEqual({ scrollHeight: 2_000, first: 44, end: 66, topPx: 880 });
  });

  test('ends at the last row', () => {
    expect(toRowWindow(few, 1_800).end).toBe(100);
    expect(toRowWindow({ ...few, count: 0 }, 0)).toMatchObject({ first: 0, end: 0 });
  });

  test('stays under the height that browsers allow, and still reaches the last of a million rows', () => {
    const { scrollHeight } = toRowWindow(million, 0);
    expect(scrollHeight).toBeLessThan(17_000_000);
    const atEnd = scrollHeight - million.viewportHeight;
    const { first, end, topPx } = toRowWindow(million, atEnd);
    expect(end).toBe(1_000_000);
    // The last row's lower edge stands at the viewport's.
    expect(topPx + (end - first) * 20).toBeCloseTo(scrollHeight, 3);
  });

  test('scrolls as little as it takes to show a row', () => {
    expect(toScrollTop(few, 100, 3)).toBe(60);
    expect(toScrollTop(few, 100, 6)).toBe(100);
    expect(toScrollTop(few, 100, 30)).toBe(420);
  });

  test('brings any of a million rows into view', () => {
    for (const row of [0, 499_999, 999_999]) {
      const { first, end } = toRowWindow(million, toScrollTop(million, 7_000_000, row));
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(end);
    }
  });
});

describe('the keys of a list', () => {
  const isHeading = (index: number) => index === 0 || index === 3;
  const move = (key: string, selectedIndex: number | undefined) =>
    toListMove({ key, count: 6, page: 3, selectedIndex, isHeading });

  test('go to the next row that is not a heading', () => {
    expect(move('ArrowDown', 2)).toBe(4);
    expect(move('ArrowUp', 4)).toBe(2);
  });

  test('begin at the ends when nothing is chosen', () => {
    expect(move('ArrowDown', undefined)).toBe(1);
    expect(move('ArrowUp', undefined)).toBe(5);
  });

  test('jump to the ends and by pages', () => {
    expect(move('Home', 4)).toBe(1);
    expect(move('End', 1)).toBe(5);
    expect(move('PageDown', 1)).toBe(4);
    expect(move('PageDown', 5)).toBe(5);
    expect(move('PageUp', 5)).toBe(2);
  });

  test('lead nowhere past the ends, and leave other keys alone', () => {
    expect(move('ArrowDown', 5)).toBeUndefined();
    expect(move('ArrowUp', 1)).toBeUndefined();
    expect(move('a', 1)).toBeUndefined();
  });
});

test('a conversation with an id gets a line above its chains, others are their one chain', () => {
  expect(
    toConversationRows(sampleConversations).map((row) => (row.kind === 'chain' ? row.isNested : row.id)),
  ).toEqual([false, '4f3a9c1e', true, true, false, false, false]);
});
