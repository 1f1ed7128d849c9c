import { describe, expect, test } from 'vitest';
import { LIST_KEYS, SHORTCUTS, TIMELINE_KEYS, toShortcut } from '../../../components/shortcuts/shortcut-list';
import { toViewOfKey } from '../../../components/timeline/timeline-keys';
import { toTimelineMove } from '../../../components/timeline/timeline-move';
import { WHOLE_VIEW } from '../../../components/timeline/timeline-view';
import { sampleChain } from '../../support/sample-conversations';

const PRESS = { altKey: false, ctrlKey: false, metaKey: false, isTaken: false };

test('a key by itself is a shortcut', () => {
  for (const { key } of SHORTCUTS) expect(toShortcut({ ...PRESS, key })).toBe(key);
  expect(toShortcut({ ...PRESS, key: 'x' })).toBeUndefined();
});

test('keys that are typed, or that belong to the browser, are left alone', () => {
  expect(toShortcut({ ...PRESS, key: '/', isTaken: true })).toBeUndefined();
  expect(toShortcut({ ...PRESS, key: 'p', ctrlKey: true })).toBeUndefined();
  expect(toShortcut({ ...PRESS, key: '?', metaKey: true })).toBeUndefined();
});

describe('the list of keys', () => {
  const { chain } = sampleChain('chat.shop.example');
  const first = chain.attempts[1]?.connection.id ?? '';
  /** Keys as they are pressed, with the words of the list for them. */
  const NAMES: Readonly<Record<string, string>> = {
    ArrowUp: '↑ ↓',
    ArrowDown: '↑ ↓',
    ArrowLeft: '← →',
    ArrowRight: '← →',
    Home: 'Home, End',
    End: 'Home, End',
    PageUp: 'Page Up, Page Down',
    PageDown: 'Page Up, Page Down',
    '+': '+ −',
    '-': '+ −',
    // The unshifted plus of many keyboards.
    '=': '+ −',
  };
  const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789/?.,'.split(''), ...Object.keys(NAMES)];
  const extent = { startMs: 0, endMs: 1_000 };
  const viewOf = (key: string, shiftKey: boolean) =>
    toViewOfKey({ key, shiftKey }, { view: WHOLE_VIEW, extent, zoomBy: () => undefined });
  const listed = new Set([...SHORTCUTS, ...LIST_KEYS, ...TIMELINE_KEYS].map(({ key }) => key));

  test.each(KEYS)('has %s if the panel or its timeline reacts to it', (key) => {
    const name = NAMES[key] ?? key;
    const reacts = toShortcut({ ...PRESS, key }) ?? viewOf(key, false) ?? toTimelineMove([chain], first, key);
    if (reacts !== undefined) expect(listed).toContain(name);
  });

  test('has no key of the timeline that does nothing there', () => {
    const reacting = KEYS.flatMap((key) => [
      ...(viewOf(key, false) === undefined ? [] : [NAMES[key] ?? key]),
      ...(key.startsWith('Arrow') && viewOf(key, true) !== undefined ? [`Shift ${NAMES[key]}`] : []),
    ]);
    expect(new Set(TIMELINE_KEYS.map(({ key }) => key))).toEqual(new Set(reacting));
  });
});
