import { useEffect, useState } from 'react';
import { text } from '../../locales/text';

const EDITABLE = 'input, textarea, select, [contenteditable]';
const LOOKS_LIKE_A_FILE = /^\ufeff?\s*(?:[{[]|<!doctype html|<html)/i;

/**
 * Takes files that are dropped or pasted anywhere in the window, and pasted text that looks like one.
 *
 * @returns whether files are being dragged over the window
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    function onDragOver(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Else the browser opens the file in place of the panel.
      event.preventDefault();
      setOver(true);
    }
    function onDragLeave(event: DragEvent): void {
      // Between two elements of the window there is a related target; out of the window there is none.
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent): void {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    }
    function onPaste(event: ClipboardEvent): void {
      const files = [...(event.clipboardData?.files ?? [])];
      const isTyped = event.target instanceof Element && event.target.closest(EDITABLE) !== null;
      const pasted = isTyped ? '' : (event.clipboardData?.getData('text/plain') ?? '');
      if (files.length === 0 && LOOKS_LIKE_A_FILE.test(pasted.slice(0, 100)))
        files.push(new File([pasted], text('open.pasted')));
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    }
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, [onFiles]);

  return isOver;
}
