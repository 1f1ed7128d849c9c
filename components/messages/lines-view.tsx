import { useEffect, useMemo, useReducer, useRef } from 'react';
import { SafeText } from '../ui/safe-text';
import { useElementSize } from '../ui/use-element-size';
import { VirtualRows } from '../ui/virtual-rows';
import type { TextLines } from './text-lines';

const ROW_HEIGHT_PX = 16;
/** Of the monospaced font at its size; a little more than it takes, so that no line is wider than the pane. */
const CHARACTER_PX = 6.8;
const SIDES_PX = 40;

/** A body of any length as lines, drawn where they are in view and made in portions. */
export function LinesView(props: {
  readonly label: string;
  /** The same function while the body is the same. */
  readonly makeLines: (columns: number) => TextLines;
}) {
  const { label, makeLines } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame, { width: 480, height: 200 });
  const columns = Math.max(20, Math.floor((width - SIDES_PX) / CHARACTER_PX));
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  const { lines, progress } = useMemo(() => {
    const made = makeLines(columns);
    return { lines: made, progress: { isDone: made.readOn() } };
  }, [makeLines, columns]);
  useEffect(() => {
    if (progress.isDone) return undefined;
    const timer = setInterval(() => {
      progress.isDone = lines.readOn();
      if (progress.isDone) clearInterval(timer);
      showMore();
    }, 0);
    return () => clearInterval(timer);
  }, [lines, progress]);
  return (
    <div ref={frame} className="lines-view">
      <VirtualRows
        label={label}
        count={lines.count}
        rowHeight={ROW_HEIGHT_PX}
        renderRow={(line) => <SafeText text={lines.at(line)} isBlock />}
      />
    </div>
  );
}
