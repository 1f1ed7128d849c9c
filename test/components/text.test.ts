import { describe, expect, test } from 'vitest';
import { formatClock, formatDuration, formatSize } from '../../components/ui/format';
import { toTextParts, toVisibleText } from '../../components/ui/visible-text';

describe('text of a page', () => {
  test.each([
    ['a\u202eb', 'aU+202Eb'],
    ['a\u0000b', 'aU+0000b'],
    ['a\u200bb\ufeff', 'aU+200BbU+FEFF'],
    ['\u2066x\u2069', 'U+2066xU+2069'],
    ['line\r\nline\t', 'line\\r\\nline\\t'],
    ['tag\u{e0041}', 'tagU+E0041'],
    ['half \ud83d', 'half U+D83D'],
  ])('names the characters that act unseen: %j', (text, visible) => {
    expect(toVisibleText(text)).toBe(visible);
  });

  test.each(['plain', '', '<b>&amp;</b>', 'שלום', '👩‍💻 ok', 'é'])('leaves other text alone: %j', (text) => {
    expect(toTextParts(text, false)).toEqual([{ text, isEscape: false }]);
  });

  test('keeps the lines and tabs of a block', () => {
    expect(toTextParts('a\n\tb\u0007', true)).toEqual([
      { text: 'a\n\tb', isEscape: false },
      { text: 'U+0007', isEscape: true },
    ]);
  });
});

test.each([
  [0.2, '< 1 ms'],
  [340.4, '340 ms'],
  [999.7, '1 s'],
  [1_240, '1.2 s'],
  [9_960, '10 s'],
  [59_700, '1 min'],
  [252_000, '4 min 12 s'],
  [7_500_000, '2 h 5 min'],
])('says %d ms as %s', (durationMs, words) => {
  expect(formatDuration(durationMs)).toBe(words);
});

test.each([
  [340, '340 B'],
  [1_240, '1.2 kB'],
  [999_960, '1.0 MB'],
])('says %d bytes as %s', (sizeBytes, words) => {
  expect(formatSize(sizeBytes)).toBe(words);
});

test('says a time to the millisecond', () => {
  expect(formatClock(new Date(2026, 10, 23, 4, 5, 6, 7).getTime())).toBe('04:05:06.007');
});
