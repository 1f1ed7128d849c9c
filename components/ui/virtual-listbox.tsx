import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { toListMove } from './list-move';
import { toRowWindow, toScrollTop } from './row-window';
import { useElementSize } from './use-element-size';

/**
 * A list of any length where one row can be chosen. Selection follows the arrow keys, so that a person reads by
 * holding a key; focus stays on the list, because the chosen row may be scrolled out of the document.
 */
export function VirtualListbox(props: {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  readonly selectedIndex: number | undefined;
  readonly onSelect: (index: number) => void;
  readonly renderRow: (index: number) => ReactNode;
  /** Headings are read, not chosen. */
  readonly isHeading?: (index: number) => boolean;
  /** Stay at the newest row while the user is there. */
  readonly followsEnd?: boolean;
}) {
  const { label, count, rowHeight, selectedIndex, onSelect, renderRow, followsEnd = false } = props;
  const isHeading = props.isHeading ?? (() => false);
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const { height: viewportHeight } = useElementSize(viewport, { width: 320, height: 400 });
  const [scrollTop, setScrollTop] = useState(0);
  const metrics = { count, rowHeight, viewportHeight };
  const { first, end, scrollHeight, topPx } = toRowWindow(metrics, scrollTop);

  /** The rows of that place are drawn with it: the scroll event comes a frame later, which would show others first. */
  function scrollTo(element: HTMLElement, top: number): void {
    element.scrollTop = top;
    setScrollTop(element.scrollTop);
  }

  useEffect(() => {
    const element = viewport.current;
    if (element === null || selectedIndex === undefined) return;
    scrollTo(element, toScrollTop({ count, rowHeight, viewportHeight }, element.scrollTop, selectedIndex));
    // Only a new choice moves the list, and the pane that opens under it for the choice: growing must not tear the
    // user away from where they scrolled.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedIndex, viewportHeight]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null || !followsEnd || !isAtEnd.current || selectedIndex !== undefined) return;
    scrollTo(element, element.scrollHeight);
  }, [count, followsEnd, selectedIndex, viewportHeight]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(viewportHeight / rowHeight) - 1);
    const next = toListMove({ key: event.key, count, page, selectedIndex, isHeading });
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  }

  const rows = [];
  for (let index = first; index < end; index++) {
    const heading = isHeading(index);
    const isSelected = index === selectedIndex;
    rows.push(
      <div
        key={index}
        id={`${id}-${index}`}
        className={heading ? 'list-heading' : 'list-row'}
        style={{ height: rowHeight }}
        {...(heading
          ? { role: 'presentation' }
          : {
              role: 'option',
              'aria-selected': isSelected,
              'aria-setsize': count,
              'aria-posinset': index + 1,
            })}
        onClick={heading ? undefined : () => onSelect(index)}
      >
        {renderRow(index)}
      </div>,
    );
  }

  const isDrawn = selectedIndex !== undefined && selectedIndex >= first && selectedIndex < end;
  return (
    <div
      ref={viewport}
      className="virtual-listbox"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={isDrawn ? `${id}-${selectedIndex}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => {
        isAtEnd.current =
          currentTarget.scrollTop + currentTarget.clientHeight >= currentTarget.scrollHeight - rowHeight;
        setScrollTop(currentTarget.scrollTop);
      }}
    >
      <div role="presentation" style={{ height: scrollHeight, position: 'relative' }}>
        <div role="presentation" className="virtual-rows" style={{ transform: `translateY(${topPx}px)` }}>
          {rows}
        </div>
      </div>
    </div>
  );
}
