import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Chain } from '../../core/capture/chain';
import { SafeText } from '../ui/safe-text';
import { toScrollTop } from '../ui/row-window';
import { useElementSize } from '../ui/use-element-size';
import type { AttemptHandlers } from './attempt-span';
import { AttemptTimes } from './attempt-times';
import type { LaidItem } from './laid-item';
import { layOutLane, type LaneFrame } from './lane-layout';
import { laneHeight, lanesInView } from './lane-rows';
import { holds, LaneTrack } from './lane-track';
import { text } from '../../locales/text';

/** What lies under the pointer or has the focus, and where. */
interface Pointed {
  readonly item: LaidItem;
  readonly chain: Chain;
  readonly x: number;
}

/** A lane for each chain, as far as they are in view. */
export function TimelineLanes(props: {
  readonly chains: readonly Chain[];
  readonly frame: LaneFrame;
  readonly chainId: string;
  readonly connectionId: string;
  /** Counts up each time that a key has moved to another attempt: then that one takes the focus. */
  readonly focusRequest: number;
  readonly onPress: (chain: Chain, item: LaidItem) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}) {
  const { chains, frame, chainId, connectionId, focusRequest, onPress, onKey } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const { height } = useElementSize(viewport, { width: 800, height: 220 });
  const [scrollTop, setScrollTop] = useState(0);
  const [pointed, point] = useState<Pointed | undefined>(undefined);
  const { first, end, scrollHeight, topPx } = lanesInView(chains, scrollTop, Math.max(height, 40));
  const lanes = useMemo(
    () => chains.slice(first, end).map((chain) => layOutLane(chain, frame)),
    [chains, first, end, frame],
  );
  const isCurrentDrawn = lanes.some(({ items }) => items.some((item) => holds(item, connectionId)));
  // The way in by keyboard is the current attempt; where it is out of view, the first that is drawn.
  const [firstItem] = lanes.flatMap(({ items }) => items.slice(0, 1));
  const firstDrawn = firstItem?.kind === 'cluster' ? firstItem.attempts[0] : firstItem;
  const tabStopId = isCurrentDrawn ? connectionId : firstDrawn?.connection.id;

  const laneIndex = chains.findIndex(({ id }) => id === chainId);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null || laneIndex === -1) return;
    const metrics = {
      count: chains.length,
      rowHeight: laneHeight(chains),
      viewportHeight: element.clientHeight,
    };
    element.scrollTop = toScrollTop(metrics, element.scrollTop, laneIndex);
    // Only another choice moves the lanes; that there are more of them does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [laneIndex, chains.length > 1]);

  useEffect(() => {
    if (focusRequest > 0) viewport.current?.querySelector<HTMLElement>('.attempt[tabindex="0"]')?.focus();
  }, [focusRequest]);

  // Stays the same while only what is pointed at changes: then no lane is drawn anew.
  const handlers = useMemo(
    (): AttemptHandlers => ({
      onPress,
      onPoint: (chain, item, x) => point(item && { item, chain, x }),
      onKey,
    }),
    [onPress, onKey],
  );

  const rowHeight = laneHeight(chains);
  return (
    <div className="timeline-lanes">
      <div
        className="timeline-scroll"
        ref={viewport}
        style={{ height: chains.length * rowHeight }}
        onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
      >
        <div style={{ height: scrollHeight }} className="timeline-body">
          <div className="lanes" style={{ transform: `translateY(${topPx}px)` }}>
            {lanes.map((lane) => {
              const { chain } = lane;
              return (
                <div
                  key={chain.id}
                  role="group"
                  className={chain.id === chainId ? 'lane current' : 'lane'}
                  style={{ height: rowHeight }}
                  aria-label={text('timeline.attemptsOf', { endpoint: chain.endpoint })}
                >
                  {chains.length > 1 && (
                    <div className="lane-label">
                      <SafeText text={chain.endpoint} />
                    </div>
                  )}
                  <LaneTrack
                    lane={lane}
                    tabStopId={tabStopId}
                    chosenId={frame.chosenId}
                    handlers={handlers}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {pointed && (
        <div
          className="tooltip attempt-tooltip"
          style={{ left: Math.min(Math.max(0, pointed.x), Math.max(0, frame.scale.widthPx - 250)) }}
          aria-hidden="true"
        >
          <AttemptTimes item={pointed.item} count={pointed.chain.attempts.length} />
        </div>
      )}
    </div>
  );
}
