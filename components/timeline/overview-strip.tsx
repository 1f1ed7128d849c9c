import { useMemo, useRef, useState } from 'react';
import type { Chain } from '../../core/capture/chain';
import { useElementSize } from '../ui/use-element-size';
import { toAttemptDensity } from './attempt-density';
import { BrushHandle } from './brush-handle';
import { densityPath } from './density-path';
import { lengthOf, type TimeRange } from './timeline-view';
import { useDrag, type Drag } from './use-drag';
import { text } from '../../locales/text';

const BIN_PX = 4;
/** Half for what began, half for what failed. */
const HALF_PX = 9;
const STEP_SHARE = 0.02;

/**
 * All of the time in one line: upwards the attempts that began, downwards those that ended badly. What is on show is
 * framed, and the frame is moved by its two handles, by dragging, or by dragging a new one.
 */
export function OverviewStrip(props: {
  readonly chains: readonly Chain[];
  readonly extent: TimeRange;
  readonly shown: TimeRange;
  readonly onBrush: (oneMs: number, otherMs: number) => void;
}) {
  const { chains, extent, shown, onBrush } = props;
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box, { width: 800, height: 2 * HALF_PX });
  const bins = Math.max(1, Math.floor(width / BIN_PX));
  const density = useMemo(() => toAttemptDensity(chains, extent, bins), [chains, extent, bins]);
  const [dragged, setDragged] = useState<Drag | undefined>(undefined);
  const wholeMs = Math.max(1, lengthOf(extent));
  const toTimeMs = (x: number) => extent.startMs + (x / Math.max(1, width)) * wholeMs;
  const toShare = (timeMs: number) => (timeMs - extent.startMs) / wholeMs;
  const drag = useDrag({
    onMove: setDragged,
    onEnd({ fromX, toX }) {
      setDragged(undefined);
      onBrush(toTimeMs(fromX), toTimeMs(toX));
    },
    onCancel: () => setDragged(undefined),
  });
  const frame = dragged
    ? {
        startMs: toTimeMs(Math.min(dragged.fromX, dragged.toX)),
        endMs: toTimeMs(Math.max(dragged.fromX, dragged.toX)),
      }
    : shown;
  const left = `${Math.max(0, toShare(frame.startMs)) * 100}%`;
  const right = `${Math.max(0, 1 - toShare(frame.endMs)) * 100}%`;
  const step = wholeMs * STEP_SHARE;
  return (
    <div className="overview-strip" ref={box} role="group" aria-label={text('timeline.shownPart')} {...drag}>
      <svg
        className="density"
        viewBox={`0 ${-HALF_PX} ${bins} ${2 * HALF_PX}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="density-begun" d={densityPath(density.begun, density.most, -HALF_PX)} />
        <path className="density-failed" d={densityPath(density.failed, density.most, HALF_PX)} />
      </svg>
      <div className="strip-frame" style={{ left, right }} aria-hidden="true" />
      <BrushHandle
        name={text('timeline.shownStart')}
        left={left}
        timeMs={shown.startMs}
        bounds={{ startMs: extent.startMs, endMs: shown.endMs }}
        extent={extent}
        stepMs={step}
        onMove={(timeMs) => onBrush(timeMs, shown.endMs)}
      />
      <BrushHandle
        name={text('timeline.shownEnd')}
        left={`calc(100% - ${right})`}
        timeMs={shown.endMs}
        bounds={{ startMs: shown.startMs, endMs: extent.endMs }}
        extent={extent}
        stepMs={step}
        onMove={(timeMs) => onBrush(shown.startMs, timeMs)}
      />
    </div>
  );
}
