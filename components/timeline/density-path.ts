/** Bars of width 1 from the middle line, the highest `heightPx`; by the root, so that one among many is still seen. */
export function densityPath(counts: readonly number[], most: number, heightPx: number): string {
  if (most === 0) return '';
  return counts
    .map((count, bin) =>
      count === 0 ? '' : `M${bin} 0h.8v${(Math.sqrt(count / most) * heightPx).toFixed(1)}h-.8z`,
    )
    .join('');
}
