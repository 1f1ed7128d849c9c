import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { toRowWindow } from './row-window';
import { useElementSize } from './use-element-size';

/** Very many lines to read: only those in view are drawn. It scrolls by keyboard because it can be focused. */
export function VirtualRows(props: {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly renderRow: (index: number) => ReactNode;
}) {
  const { label, count, rowHeight, renderRow } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const { height } = useElementSize(viewport, { width: 400, height: 200 });
  const [scrollTop, setScrollTop] = useState(0);
  const { first, end, scrollHeight, topPx } = toRowWindow(
    { count, rowHeight, viewportHeight: height },
    scrollTop,
  );
  const rows = [];
  for (let index = first; index < end; index += 1)
    rows.push(
      <div key={index} className="virtual-row" style={{ height: rowHeight }}>
        {renderRow(index)}
      </div>,
    );
  return (
    <div
      ref={viewport}
      className="virtual-text"
      role="group"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
    >
      <div style={{ height: scrollHeight, position: 'relative' }}>
        <div className="virtual-rows" style={{ transform: `translateY(${topPx}px)` }}>
          {rows}
        </div>
      </div>
    </div>
  );
}
