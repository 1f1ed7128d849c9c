/** The known word that this is most likely a slip of: two letters changed, or the beginning of it. */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  if (written.length < 2 || written.length > 20) return undefined;
  const begun = known.filter((word) => word.startsWith(written));
  if (begun.length === 1) return begun[0];
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.floor(written.length / 2)) + 1;
  for (const word of known) {
    const distance = editDistance(written, word);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** Letters to insert, drop or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return before[b.length] ?? 0;
}
