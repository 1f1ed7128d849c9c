/**
 * A window over very many rows of one height. Not @tanstack/react-virtual: it keeps a measurement for every row and
 * rebuilds them whenever the count changes (3.14), which at a million messages is most of a tick, and it knows no
 * limit on an element's height. Rows of one height need neither.
 */

/** Browsers cap an element's height: Firefox 153 near 17.9 million px, Chromium 156 near 33.5 million. */
const SCROLL_HEIGHT_LIMIT = 15_000_000;
/** Rows drawn beyond each edge, so that a quick scroll meets rows and not a blank. */
const OVERSCAN = 6;

export interface RowMetrics {
  readonly count: number;
  readonly rowHeight: number;
  readonly viewportHeight: number;
}

export interface RowWindow {
  /** Height of the element that scrolls; above the limit, scrolling is geared up to reach every row. */
  readonly scrollHeight: number;
  readonly first: number;
  /** One past the last row to draw. */
  readonly end: number;
  /** Where the first drawn row stands in the scrolling element. */
  readonly topPx: number;
}

export function toRowWindow(metrics: RowMetrics, scrollTop: number): RowWindow {
  const { count, rowHeight, viewportHeight } = metrics;
  const offset = scrollTop * gearOf(metrics);
  const first = Math.max(0, Math.min(count, Math.floor(offset / rowHeight)) - OVERSCAN);
  const end = Math.min(count, Math.ceil((offset + viewportHeight) / rowHeight) + OVERSCAN);
  return {
    scrollHeight: Math.min(count * rowHeight, SCROLL_HEIGHT_LIMIT),
    first,
    end,
    topPx: scrollTop + first * rowHeight - offset,
  };
}

/** The least scrolling that brings a row fully into view. */
export function toScrollTop(metrics: RowMetrics, scrollTop: number, row: number): number {
  const { rowHeight, viewportHeight } = metrics;
  const gear = gearOf(metrics);
  const offset = scrollTop * gear;
  const top = row * rowHeight;
  if (top < offset) return top / gear;
  if (top + rowHeight > offset + viewportHeight) return (top + rowHeight - viewportHeight) / gear;
  return scrollTop;
}

/** Pixels of rows that pass for each pixel scrolled. */
function gearOf({ count, rowHeight, viewportHeight }: RowMetrics): number {
  const fullHeight = count * rowHeight;
  if (fullHeight <= SCROLL_HEIGHT_LIMIT) return 1;
  return (fullHeight - viewportHeight) / (SCROLL_HEIGHT_LIMIT - viewportHeight);
}
