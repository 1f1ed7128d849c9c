import { memo } from 'react';
import { AttemptSpan, type AttemptHandlers } from './attempt-span';
import type { LaidItem } from './laid-item';
import type { LaidLane } from './lane-layout';
import type { LaidWait } from './lane-waits';
import { text } from '../../locales/text';

/** The track of one chain: its waits with the windows behind them, its attempts, and what is still to come. */
export const LaneTrack = memo(function LaneTrack(props: {
  readonly lane: LaidLane;
  /** Holds the lane's place in the tab order. */
  readonly tabStopId: string | undefined;
  readonly chosenId: string | undefined;
  readonly handlers: AttemptHandlers;
}) {
  const { lane, tabStopId, chosenId, handlers } = props;
  const { items, waitAfter, next, chain } = lane;
  return (
    <div className="lane-track">
      {items.map((item) => item.wait && <Wait key={`wait ${firstId(item)}`} wait={item.wait} />)}
      {waitAfter && <Wait wait={waitAfter} />}
      {next && (
        <>
          <span
            className="wait-window predicted"
            style={{ left: next.window.x, width: next.window.widthPx }}
            title={text('timeline.nextHere')}
          />
          {next.wait.widthPx > 0 && (
            <span className="wait current" style={{ left: next.wait.x, width: next.wait.widthPx }} />
          )}
        </>
      )}
      {items.map((item) => (
        <AttemptSpan
          key={firstId(item)}
          item={item}
          chain={chain}
          isInTabOrder={holds(item, tabStopId)}
          isChosen={holds(item, chosenId)}
          handlers={handlers}
        />
      ))}
    </div>
  );
});

function Wait({ wait }: { readonly wait: LaidWait }) {
  const { window, fits } = wait;
  return (
    <>
      {window && (
        <span
          className={`wait-window ${fits === false ? 'missed' : ''}`}
          style={{ left: window.x, width: window.widthPx }}
          aria-hidden="true"
        />
      )}
      <span className="wait" style={{ left: wait.x, width: wait.widthPx }} aria-hidden="true">
        {wait.label !== undefined && (
          <span className="wait-label">
            <span>{wait.label}</span>
          </span>
        )}
      </span>
    </>
  );
}

function firstId(item: LaidItem): string {
  return item.kind === 'attempt' ? item.connection.id : item.attempts[0].connection.id;
}

export function holds(item: LaidItem, connectionId: string | undefined): boolean {
  return item.kind === 'attempt'
    ? item.connection.id === connectionId
    : item.attempts.some(({ connection }) => connection.id === connectionId);
}
