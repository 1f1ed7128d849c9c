import type { PlainTextKey } from '../../locales/text';

/** What a key does, wherever the focus is but in a field to type in. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string;
  readonly does: PlainTextKey;
}

export const SHORTCUTS = [
  { key: '/', does: 'shortcuts.filter' },
  { key: 'p', does: 'shortcuts.pin' },
  { key: '?', does: 'shortcuts.list' },
] as const satisfies readonly Shortcut[];
export type ShortcutKey = (typeof SHORTCUTS)[number]['key'];

/** Keys that lists, tabs and trees understand while they have the focus. */
export const LIST_KEYS: readonly Shortcut[] = [
  { key: '↑ ↓', does: 'shortcuts.upDown' },
  { key: 'Page Up, Page Down', does: 'shortcuts.pageUpDown' },
  { key: 'Home, End', does: 'shortcuts.homeEnd' },
  { key: '← →', does: 'shortcuts.leftRight' },
  { key: 'Tab', does: 'shortcuts.tab' },
  { key: 'Esc', does: 'shortcuts.esc' },
];

/** Keys of the timeline, while an attempt on it has the focus. */
export const TIMELINE_KEYS: readonly Shortcut[] = [
  { key: '+ −', does: 'shortcuts.closer' },
  { key: 'Shift ← →', does: 'shortcuts.earlier' },
  { key: '0', does: 'shortcuts.whole' },
  { key: 'f', does: 'shortcuts.follow' },
];

/** The shortcut of a key press; undefined: it is none, or belongs to what has the focus. */
export function toShortcut(press: {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** The focus is in a field, a choice or a dialog. */
  readonly isTaken: boolean;
}): ShortcutKey | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isTaken) return undefined;
  return SHORTCUTS.find(({ key }) => key === press.key)?.key;
}
