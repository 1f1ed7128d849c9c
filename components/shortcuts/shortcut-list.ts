/** What a key does, wherever the focus is but in a field to type in. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string;
  readonly does: string;
}

export const SHORTCUTS = [
  { key: '/', does: 'Go to the filter of the messages' },
  { key: 'p', does: 'Pin the chosen message, or take its pin out' },
  { key: '?', does: 'Show this list' },
] as const satisfies readonly Shortcut[];
export type ShortcutKey = (typeof SHORTCUTS)[number]['key'];

/** Keys that lists, tabs and trees understand while they have the focus. */
export const LIST_KEYS: readonly Shortcut[] = [
  { key: '↑ ↓', does: 'Choose the row above or below' },
  { key: 'Page Up, Page Down', does: 'Choose a page further up or down' },
  { key: 'Home, End', does: 'Choose the first or the last row' },
  { key: '← →', does: 'Go to the next tab; close or open a part of the tree' },
  { key: 'Tab', does: 'Go on to the next part of the panel' },
  { key: 'Esc', does: 'Close suggestions and dialogs' },
];

/** Keys of the timeline, while an attempt on it has the focus. */
export const TIMELINE_KEYS: readonly Shortcut[] = [
  { key: '+ −', does: 'Timeline: look closer, or from further away' },
  { key: 'Shift ← →', does: 'Timeline: show what was earlier or later' },
  { key: '0', does: 'Timeline: show all of the time' },
  { key: 'f', does: 'Timeline: follow what happens now, or stop following' },
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
