import { useState } from 'react';
import { formatClock, formatDuration } from '../ui/format';
import type { TimeScale } from './time-scale';
import { useDrag, type Drag } from './use-drag';
import { text } from '../../locales/text';

/** The times along the upper edge. What is dragged over here is zoomed into. */
export function TimeAxis(props: {
  readonly scale: TimeScale;
  /** Times of day instead of the time since the start. */
  readonly isZoomed: boolean;
  readonly onBrush: (oneMs: number, otherMs: number) => void;
}) {
  const { scale, isZoomed, onBrush } = props;
  const [dragged, setDragged] = useState<Drag | undefined>(undefined);
  const drag = useDrag({
    onMove: setDragged,
    onEnd({ fromX, toX }) {
      setDragged(undefined);
      onBrush(scale.toTimeMs(fromX), scale.toTimeMs(toX));
    },
    onCancel: () => setDragged(undefined),
  });
  return (
    <div className="timeline-axis" title={text('timeline.dragToZoom')} aria-hidden="true" {...drag}>
      {scale.ticks.map(({ x, timeMs, elapsedMs }) => (
        <span key={timeMs} className="tick" style={{ left: x }}>
          {isZoomed ? clockLabel(timeMs, scale) : elapsedMs === 0 ? '0' : `+${formatDuration(elapsedMs)}`}
        </span>
      ))}
      {dragged && (
        <span
          className="brushed"
          style={{
            left: Math.min(dragged.fromX, dragged.toX),
            width: Math.abs(dragged.toX - dragged.fromX),
          }}
        />
      )}
    </div>
  );
}

/** Without the milliseconds where all ticks stand on whole seconds. */
function clockLabel(timeMs: number, { ticks }: TimeScale): string {
  const [first, second] = ticks;
  const stepMs = first && second ? second.timeMs - first.timeMs : 0;
  return stepMs >= 1_000 ? formatClock(timeMs).slice(0, -4) : formatClock(timeMs);
}
