/** Where a key leads in a list; undefined: the key is not the list's, or leads nowhere. */
export function toListMove(from: {
  readonly key: string;
  readonly count: number;
  /** Rows of one page. */
  readonly page: number;
  readonly selectedIndex: number | undefined;
  readonly isHeading: (index: number) => boolean;
}): number | undefined {
  const { key, count, page, selectedIndex, isHeading } = from;
  const start = selectedIndex ?? -1;
  switch (key) {
    case 'ArrowDown':
      return nearest(start + 1, 1);
    case 'ArrowUp':
      return nearest(selectedIndex === undefined ? count - 1 : start - 1, -1);
    case 'Home':
      return nearest(0, 1);
    case 'End':
      return nearest(count - 1, -1);
    case 'PageDown':
      return nearest(Math.min(count - 1, start + page), -1);
    case 'PageUp':
      return nearest(Math.max(0, start - page), 1);
    default:
      return undefined;
  }

  function nearest(index: number, step: 1 | -1): number | undefined {
    let at = index;
    while (at >= 0 && at < count && isHeading(at)) at += step;
    return at >= 0 && at < count ? at : undefined;
  }
}
