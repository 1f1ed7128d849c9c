import type { LineAndColumn } from '../../core/profiles/json-places';

/** Puts the cursor of a text area at a place, and that line into view. */
export function goToPlace(area: HTMLTextAreaElement, { line, column }: LineAndColumn): void {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    const end = area.value.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  const end = area.value.indexOf('\n', start);
  area.focus();
  area.setSelectionRange(start + column - 1, end === -1 ? area.value.length : end);
  const lines = area.value.split('\n').length;
  area.scrollTop = Math.max(0, ((line - 1) / lines) * area.scrollHeight - area.clientHeight / 3);
  area.scrollLeft = 0;
}
