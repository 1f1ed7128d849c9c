import { markdownTable } from './markdown-table';
import type { Spread } from './statistics';

export interface Row {
  readonly variant: string;
  readonly target: number | undefined;
  readonly cell: string;
  /** CPU time of the bare page's main thread per message. */
  readonly bareMicroseconds: number;
  readonly ratio: Spread;
}

/** A Markdown table, medians first. */
export function toTable(rows: readonly Row[]): string {
  const head = [
    'what looks',
    'messages',
    'bare page, µs',
    'ratio, median',
    'quartiles',
    'min to max',
    'target',
  ];
  const lines = rows.map(({ variant, target, cell, bareMicroseconds, ratio }) => [
    variant,
    cell,
    bareMicroseconds.toFixed(1),
    ratio.median.toFixed(3),
    `${ratio.lowerQuartile.toFixed(3)} to ${ratio.upperQuartile.toFixed(3)}`,
    `${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}`,
    target === undefined ? '' : `${target.toFixed(2)}${ratio.median <= target ? '' : ', missed'}`,
  ]);
  return markdownTable(head, lines);
}
