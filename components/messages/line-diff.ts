/** One row of a comparison, side by side. Undefined: there is no such line on that side. */
export interface DiffRow {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** Lines that differ, at most: beyond it two texts are not versions of one another. */
const MOST_CHANGES = 1_000;

/** Aligns two lists of lines: those that stay stand beside each other (Myers, "An O(ND) Difference Algorithm", 1986). */
export function diffLines(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  const same = (lines: readonly string[]): DiffRow[] => lines.map((line) => ({ left: line, right: line }));
  return [...same(left.slice(0, start)), ...alignMiddle(a, b), ...same(left.slice(left.length - end))];
}

function alignMiddle(a: readonly string[], b: readonly string[]): readonly DiffRow[] {
  const trace = shortestEdits(a, b);
  if (trace === undefined) return pair(a, b);
  const rows: DiffRow[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    // From the end, because the path is walked backwards.
    rows.push(...pair(removed.reverse(), added.reverse()).toReversed());
    removed = [];
    added = [];
  };
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const isDown =
      diagonal === -edits ||
      (diagonal !== edits && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));
    const beforeX = edits === 0 ? 0 : (reached.get(isDown ? diagonal + 1 : diagonal - 1) ?? 0);
    const beforeY = edits === 0 ? 0 : beforeX - (isDown ? diagonal + 1 : diagonal - 1);
    const floor = edits === 0 ? 0 : isDown ? beforeX : beforeX + 1;
    while (x > floor && y > (edits === 0 ? 0 : isDown ? beforeY + 1 : beforeY)) {
      if (removed.length + added.length > 0) flush();
      x -= 1;
      y -= 1;
      rows.push({ left: a[x], right: b[y] });
    }
    if (edits === 0) break;
    if (isDown) added.push(b[(y -= 1)] ?? '');
    else removed.push(a[(x -= 1)] ?? '');
  }
  flush();
  return rows.reverse();
}

/** For each number of edits, how far each diagonal was reached before it; undefined: too many. */
function shortestEdits(
  a: readonly string[],
  b: readonly string[],
): readonly ReadonlyMap<number, number>[] | undefined {
  const reached = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(MOST_CHANGES, a.length + b.length); edits += 1) {
    trace.push(new Map(reached));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const isDown =
        diagonal === -edits ||
        (diagonal !== edits && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));
      let x = isDown ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return trace;
    }
  }
  return undefined;
}

/** What was taken out beside what was put in. */
function pair(a: readonly string[], b: readonly string[]): DiffRow[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => ({
    left: a[index],
    right: b[index],
  }));
}
