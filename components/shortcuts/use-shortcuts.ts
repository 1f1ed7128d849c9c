import { useEffect, useRef, type RefObject } from 'react';
import { toShortcut, type ShortcutKey } from './shortcut-list';

const PANEL = '.panel';
/** Where keys are somebody else's: what is typed into, and whatever lies over the panel. */
const TAKEN = 'input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]';

/**
 * Listens to the whole window while the component is there, and acts if the key is this panel's: the one with the
 * focus, else the one that was used last, else the first.
 */
export function useShortcuts(own: RefObject<Element | null>, act: (key: ShortcutKey) => void): void {
  const last = useRef<Element>(undefined);
  useEffect(() => {
    const panelOf = ({ target }: Event) => (target instanceof Element && target.closest(PANEL)) || undefined;
    function onUse(event: Event): void {
      last.current = panelOf(event) ?? last.current;
    }
    function onKeyDown(event: KeyboardEvent): void {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      const used = last.current?.isConnected === true ? last.current : undefined;
      const panel = panelOf(event) ?? used ?? document.querySelector(PANEL);
      if (own.current === null || panel?.contains(own.current) !== true) return;
      const isTaken = event.defaultPrevented || (target instanceof Element && target.closest(TAKEN) !== null);
      const shortcut = toShortcut({ key, altKey, ctrlKey, metaKey, isTaken });
      if (shortcut === undefined) return;
      event.preventDefault();
      act(shortcut);
    }
    addEventListener('keydown', onKeyDown);
    addEventListener('focusin', onUse);
    addEventListener('pointerdown', onUse);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('focusin', onUse);
      removeEventListener('pointerdown', onUse);
    };
  }, [own, act]);
}
