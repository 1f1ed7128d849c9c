import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Chain } from '../../core/capture/chain';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { formatClock, formatDuration } from '../ui/format';
import type { OutlookOf } from '../../state/chain-outlook';
import { useElementSize } from '../ui/use-element-size';
import type { LaidItem } from './laid-item';
import { MARK_PX, type LaneFrame } from './lane-layout';
import { OverviewStrip } from './overview-strip';
import { layOutRibbon } from './page-ribbon';
import { RibbonLine } from './ribbon-line';
import { FoldedTime } from './folded-time';
import { TimeAxis } from './time-axis';
import { createLinearScale, createTimeScale } from './time-scale';
import { boundariesOf, endOf } from './timeline-extent';
import { TimelineKey } from './timeline-key';
import { TimelineLanes } from './timeline-lanes';
import { toTimelineMove } from './timeline-move';
import { toViewOfKey } from './timeline-keys';
import { brush, pan, rangeOf, reveal, WHOLE_VIEW, zoom, type TimelineView } from './timeline-view';
import { useDrag } from './use-drag';
import { useWheel } from './use-wheel';
import { text } from '../../locales/text';
import { useLanguage } from '../ui/use-language';

/** Attempts in time: a lane for each chain, under what happened to the page. */
export function TimelineSection(props: {
  readonly chains: readonly Chain[];
  readonly lifecycle: readonly LifecycleEvent[];
  readonly latestMs: number | undefined;
  /** Undefined: a file, or nothing goes on. */
  readonly nowMs: number | undefined;
  readonly outlookOf: OutlookOf;
  readonly view: TimelineView;
  readonly onView: (view: TimelineView) => void;
  readonly chainId: string;
  /** Whose facts are shown; it holds the one place in the tab order. */
  readonly connectionId: string;
  readonly isAttemptChosen: boolean;
  readonly onSelect: (chainId: string, connectionId: string) => void;
  readonly onShowChain: (chainId: string) => void;
  /** Choices in the head. */
  readonly controls: (act: {
    readonly isWhole: boolean;
    readonly zoomBy: (factor: number) => void;
  }) => ReactNode;
  /** What stands beside the lanes. */
  readonly aside: ReactNode;
}) {
  const { chains, lifecycle, latestMs, nowMs, outlookOf, view, onView, chainId, connectionId } = props;
  const { isAttemptChosen, onSelect, onShowChain, controls, aside } = props;
  // Lanes are drawn anew only when they change: in another language they are others.
  const language = useLanguage();
  const body = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(body, { width: 800, height: 0 });
  const laneWidth = Math.max(0, width - MARK_PX);
  const whole = useMemo(
    () => createTimeScale(boundariesOf(chains, latestMs, nowMs, outlookOf), laneWidth),
    [chains, latestMs, nowMs, outlookOf, laneWidth],
  );
  const extent = whole.range;
  const shown = rangeOf(view, extent);
  const isWhole = view.range === undefined;
  const scale = useMemo(
    () => (isWhole ? whole : createLinearScale({ startMs: shown.startMs, endMs: shown.endMs }, laneWidth)),
    [isWhole, whole, shown.startMs, shown.endMs, laneWidth],
  );
  const ribbon = useMemo(() => layOutRibbon(lifecycle, scale), [lifecycle, scale]);
  const frame = useMemo(
    (): LaneFrame => ({
      scale,
      latestMs,
      nowMs,
      outlookOf,
      chosenId: isAttemptChosen ? connectionId : undefined,
    }),
    [scale, latestMs, nowMs, outlookOf, isAttemptChosen, connectionId],
  );
  const [focusRequest, setFocusRequest] = useState(0);
  const current = chains
    .find(({ id }) => id === chainId)
    ?.attempts.find(({ connection }) => connection.id === connectionId)?.connection;
  const attemptCount = chains.reduce((sum, { attempts }) => sum + attempts.length, 0);

  function zoomBy(factor: number): void {
    // Around the attempt one looks at, where it is in view; else around the middle.
    const atMs = current?.startedMs ?? -Infinity;
    const isInView = atMs >= shown.startMs && atMs <= shown.endMs;
    const middleMs = (shown.startMs + shown.endMs) / 2;
    onView(
      zoom(view, extent, factor, view.isFollowing && !isWhole ? shown.endMs : isInView ? atMs : middleMs),
    );
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = toViewOfKey(event, { view, extent, zoomBy });
    if (next !== undefined) {
      event.preventDefault();
      if (next !== 'done') onView(next);
      return;
    }
    if (event.key === 'Escape') {
      onShowChain(chainId);
      return;
    }
    const move = toTimelineMove(chains, connectionId, event.key);
    if (move === undefined) return;
    event.preventDefault();
    const { connection } = move.attempt;
    onSelect(move.chain.id, connection.id);
    onView(
      reveal(view, extent, { startMs: connection.startedMs, endMs: endOf(connection, latestMs, nowMs) }),
    );
    setFocusRequest(focusRequest + 1);
  }

  function onPress(chain: Chain, item: LaidItem): void {
    if (item.kind === 'attempt') {
      onSelect(chain.id, item.connection.id);
      return;
    }
    const [first] = item.attempts;
    const startMs = first.connection.startedMs;
    const endMs = endOf(item.last.connection, latestMs, nowMs);
    const marginMs = Math.max(1, (endMs - startMs) * 0.15);
    onView(brush(view, extent, startMs - marginMs, endMs + marginMs));
  }

  const panFrom = useRef<TimelineView | undefined>(undefined);
  const drag = useDrag({
    onMove({ fromX, toX }) {
      panFrom.current ??= view;
      onView(pan(panFrom.current, extent, (fromX - toX) / Math.max(1, laneWidth)));
    },
    onEnd: () => (panFrom.current = undefined),
    onCancel: () => (panFrom.current = undefined),
  });
  useWheel(body, (turn) => {
    if (turn.kind === 'pan') onView(pan(view, extent, turn.byPx / Math.max(1, laneWidth)));
    else onView(zoom(view, extent, turn.factor, scale.toTimeMs(turn.x)));
  });

  return (
    <section className="timeline" aria-label={text('timeline.heading')}>
      <div className="section-head">
        <h2>{text('timeline.heading')}</h2>
        <span className="section-scope clock">
          {isWhole
            ? text('timeline.from', { clock: formatClock(extent.startMs) })
            : text('timeline.shown', {
                clock: formatClock(shown.startMs),
                duration: formatDuration(shown.endMs - shown.startMs),
              })}
        </span>
        <TimelineKey />
        {controls({ isWhole, zoomBy })}
      </div>
      <div className="timeline-columns">
        <div className="timeline-main">
          <div className="timeline-frame" ref={body} {...drag}>
            <TimeAxis
              scale={scale}
              isZoomed={!isWhole}
              onBrush={(a, b) => onView(brush(view, extent, a, b))}
            />
            {scale.folds.map((fold) => (
              <FoldedTime key={fold.x} {...fold} />
            ))}
            <RibbonLine ribbon={ribbon} />
            <div className="timeline-field">
              {nowMs !== undefined && nowMs <= scale.range.endMs && (
                <div className="now-line" style={{ left: scale.toX(nowMs) }} aria-hidden="true" />
              )}
              <TimelineLanes
                key={language}
                {...{ chains, frame, chainId, connectionId, focusRequest, onPress, onKey }}
              />
            </div>
          </div>
          {(attemptCount > 1 || !isWhole) && (
            <OverviewStrip
              chains={chains}
              extent={extent}
              shown={shown}
              onBrush={(a, b) =>
                onView(brush(a <= extent.startMs && b >= extent.endMs ? WHOLE_VIEW : view, extent, a, b))
              }
            />
          )}
        </div>
        {aside}
      </div>
    </section>
  );
}
