import { expect, test } from 'vitest';
import { SHORTCUTS, toShortcut } from '../../../components/shortcuts/shortcut-list';

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
