import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { toChainState } from '../../state/chain-overview';
import { toFindingLook, toStateLook } from '../findings/finding-look';
import { formatClock, formatDuration } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { toVisibleText } from '../ui/visible-text';
import type { LaidAttempt } from './timeline-layout';

/** A target smaller than this is hard to hit. */
const LEAST_TARGET_PX = 14;

/** One attempt in its lane: the wait before it, connecting, open, and the sign of how it ended. */
export function AttemptSpan(props: {
  readonly attempt: LaidAttempt;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
  /** True: the key was the timeline's. */
  readonly onKey: (key: string) => boolean;
}) {
  const { attempt, count, isCurrent, isChosen, onPress, onKey } = props;
  const { startX, openX, endX, wait, isOngoing, isCrowded, connection } = attempt;
  const look = attempt.finding ? toFindingLook(attempt.finding) : toStateLook(toChainState(connection));
  const tailPx = isOngoing ? 0 : isCrowded && !isChosen ? 2 : 7;
  return (
    <>
      {wait && (
        <span className="wait" style={{ left: wait.x, width: wait.widthPx }} aria-hidden="true">
          {wait.label !== undefined && (
            <span className="wait-label">
              <span>{wait.label}</span>
            </span>
          )}
        </span>
      )}
      <TooltipTrigger delay={150} closeDelay={0}>
        <Button
          className={`attempt ${isChosen ? 'chosen' : ''}`}
          style={{ left: startX, width: Math.max(LEAST_TARGET_PX, endX - startX + tailPx) }}
          data-connection={connection.id}
          aria-label={toVisibleText(labelOf(attempt, count))}
          aria-pressed={isChosen}
          excludeFromTabOrder={!isCurrent}
          onPress={onPress}
          onKeyDown={(event) => {
            if (onKey(event.key)) event.preventDefault();
            else event.continuePropagation();
          }}
        >
          <span className="span-connecting" style={{ width: (openX ?? endX) - startX }} />
          {openX !== undefined && (
            <span
              className={`span-open ${isOngoing ? 'ongoing' : ''}`}
              style={{ left: openX - startX, width: Math.max(1, endX - openX) }}
            />
          )}
          {!isOngoing && (
            <span className="mark" style={{ left: endX - startX }}>
              {isCrowded && !isChosen ? (
                <span className={`mark-crowded tone-${look.tone} ${look.shape}`} />
              ) : (
                <Glyph shape={look.shape} tone={look.tone} />
              )}
            </span>
          )}
        </Button>
        <Tooltip className="tooltip" placement="bottom" offset={4}>
          <AttemptTimes attempt={attempt} count={count} />
        </Tooltip>
      </TooltipTrigger>
    </>
  );
}

function AttemptTimes({ attempt, count }: { readonly attempt: LaidAttempt; readonly count: number }) {
  const { connection, number, finding, wait } = attempt;
  const { startedMs, endedMs, open, close } = connection;
  return (
    <>
      <strong>
        Attempt {number} of {count}
      </strong>
      {finding && (
        <p>
          <SafeText text={finding.title} />
        </p>
      )}
      <dl>
        {wait && <TimeRow name="Waited" value={formatDuration(wait.waitMs)} />}
        <TimeRow name="Started" value={formatClock(startedMs)} />
        {open && (
          <TimeRow
            name="Opened"
            value={`${formatClock(open.timeMs)}, after ${formatDuration(open.timeMs - startedMs)}`}
          />
        )}
        {endedMs !== undefined && (
          <TimeRow
            name={open ? 'Ended' : 'Failed'}
            value={`${formatClock(endedMs)}, after ${formatDuration(endedMs - (open?.timeMs ?? startedMs))}`}
          />
        )}
        {close && <TimeRow name="Close code" value={String(close.code)} />}
      </dl>
    </>
  );
}

function TimeRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function labelOf({ connection, number, finding, isOngoing }: LaidAttempt, count: number): string {
  const outcome = finding?.title ?? toStateLook(toChainState(connection)).word;
  const ongoing = isOngoing && finding ? ', still going' : '';
  return `Attempt ${number} of ${count}, ${formatClock(connection.startedMs)}: ${outcome}${ongoing}`;
}
