import { useEffect } from 'react';
import { toShortcut, type ShortcutKey } from './shortcut-list';

/** Where keys are somebody else's: what is typed into, and whatever lies over the panel. */
const TAKEN = 'input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]';

/** Listens to the whole panel while the component is there. */
export function useShortcuts(act: (key: ShortcutKey) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      const isTaken = event.defaultPrevented || (target instanceof Element && target.closest(TAKEN) !== null);
      const shortcut = toShortcut({ key, altKey, ctrlKey, metaKey, isTaken });
      if (shortcut === undefined) return;
      event.preventDefault();
      act(shortcut);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [act]);
}
