import { useRef, type KeyboardEvent } from 'react';
import { formatClock } from '../ui/format';
import { lengthOf, type TimeRange } from './timeline-view';

/** One end of the frame around what is on show: a slider, by pointer and by keyboard. */
export function BrushHandle(props: {
  readonly name: string;
  readonly left: string;
  readonly timeMs: number;
  /** How far it can go. */
  readonly bounds: TimeRange;
  /** What the strip spans as a whole. */
  readonly extent: TimeRange;
  /** What one key press is; ten times as much with Page Up and Page Down. */
  readonly stepMs: number;
  readonly onMove: (timeMs: number) => void;
}) {
  const { name, left, timeMs, bounds, extent, stepMs, onMove } = props;
  const isHeld = useRef(false);

  function onKeyDown(event: KeyboardEvent): void {
    const by = stepOf(event.key);
    const target =
      event.key === 'Home' ? bounds.startMs : event.key === 'End' ? bounds.endMs : timeMs + by * stepMs;
    if (by === 0 && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(target);
  }
  function moveTo(target: number): void {
    onMove(Math.min(bounds.endMs, Math.max(bounds.startMs, target)));
  }

  return (
    <div
      className="brush-handle"
      style={{ left }}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={Math.round(bounds.startMs)}
      aria-valuemax={Math.round(bounds.endMs)}
      aria-valuenow={Math.round(timeMs)}
      aria-valuetext={formatClock(timeMs)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ clientX, currentTarget }) => {
        const strip = currentTarget.parentElement?.getBoundingClientRect();
        if (!isHeld.current || strip === undefined) return;
        const share = (clientX - strip.left) / Math.max(1, strip.width);
        moveTo(extent.startMs + share * lengthOf(extent));
      }}
      onPointerUp={() => (isHeld.current = false)}
      onPointerCancel={() => (isHeld.current = false)}
    />
  );
}

function stepOf(key: string): number {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return -1;
    case 'PageUp':
      return 10;
    case 'PageDown':
      return -10;
    default:
      return 0;
  }
}
