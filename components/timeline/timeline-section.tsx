import { useEffect, useMemo, useRef } from 'react';
import type { Chain } from '../../core/capture/chain';
import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { useElementSize } from '../ui/use-element-size';
import { AttemptSpan } from './attempt-span';
import { layOutTimeline } from './timeline-layout';
import { toTimelineMove } from './timeline-move';

/** The attempts of one conversation in time: a lane for each chain. */
export function TimelineSection(props: {
  readonly chains: readonly Chain[];
  readonly latestMs: number | undefined;
  readonly chainId: string;
  /** Whose facts are shown; it holds the one place in the tab order. */
  readonly connectionId: string;
  readonly isAttemptChosen: boolean;
  readonly onSelect: (chainId: string, connectionId: string) => void;
  readonly onShowChain: (chainId: string) => void;
}) {
  const { chains, latestMs, chainId, connectionId, isAttemptChosen, onSelect, onShowChain } = props;
  const body = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(body, { width: 800, height: 0 });
  const layout = useMemo(() => layOutTimeline(chains, latestMs, width), [chains, latestMs, width]);
  const { scale, lanes } = layout;
  const startMs = Math.min(...chains.map((chain) => chain.attempts[0].connection.startedMs));

  useEffect(() => {
    // Not scrollIntoView: in a narrow panel it would scroll the whole panel as well.
    const lane = body.current?.querySelector<HTMLElement>('.lane.current');
    const scroller = body.current?.parentElement;
    if (!lane || !scroller) return;
    const lowest = lane.offsetTop + lane.offsetHeight - scroller.clientHeight;
    scroller.scrollTo({ top: Math.max(lowest, Math.min(scroller.scrollTop, lane.offsetTop)) });
  }, [chainId]);

  function onKey(key: string): boolean {
    if (key === 'Escape') {
      onShowChain(chainId);
      return true;
    }
    const next = toTimelineMove(lanes, connectionId, key);
    if (next === undefined) return false;
    const lane = lanes.find(({ attempts }) => attempts.includes(next));
    if (lane !== undefined) onSelect(lane.chain.id, next.connection.id);
    const button = [...(body.current?.querySelectorAll<HTMLElement>('[data-connection]') ?? [])].find(
      (element) => element.dataset['connection'] === next.connection.id,
    );
    button?.focus();
    return true;
  }

  return (
    <section className="timeline" aria-label="Timeline">
      <div className="section-head">
        <h2>Timeline</h2>
        <span className="section-scope clock">from {formatClock(startMs)}</span>
        <TimelineKey />
      </div>
      <div className="timeline-scroll">
        <div className="timeline-body" ref={body}>
          <div className="timeline-axis" aria-hidden="true">
            {scale.ticks.map(({ x, elapsedMs }) => (
              <span key={elapsedMs} className="tick" style={{ left: x }}>
                {elapsedMs === 0 ? '0' : `+${formatDuration(elapsedMs)}`}
              </span>
            ))}
          </div>
          {scale.folds.map(({ x, widthPx, durationMs }) => (
            <div key={x} className="fold" style={{ left: x, width: widthPx }}>
              <span>{formatDuration(durationMs)}, shortened</span>
            </div>
          ))}
          {lanes.map(({ chain, attempts }) => (
            <div
              key={chain.id}
              role="group"
              className={chain.id === chainId ? 'lane current' : 'lane'}
              aria-label={`Attempts of ${chain.endpoint}`}
            >
              {lanes.length > 1 && (
                <div className="lane-label">
                  <SafeText text={chain.endpoint} />
                </div>
              )}
              <div className="lane-track">
                {attempts.map((attempt) => (
                  <AttemptSpan
                    key={attempt.connection.id}
                    attempt={attempt}
                    count={attempts.length}
                    isCurrent={attempt.connection.id === connectionId}
                    isChosen={isAttemptChosen && attempt.connection.id === connectionId}
                    onPress={() => onSelect(chain.id, attempt.connection.id)}
                    onKey={onKey}
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function TimelineKey() {
  return (
    <span className="timeline-key" aria-hidden="true">
      <span className="key-connecting" /> connecting
      <span className="key-open" /> open
      <span className="key-wait" /> waiting
    </span>
  );
}
