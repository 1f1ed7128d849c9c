import { toVisibleText } from '../ui/visible-text';
import { useNow, type Clock } from '../ui/use-now';
import { toNextAttemptText, toSpokenOutlook, type TellingOutlook } from './next-attempt-text';

/** The words change once a second at most; the bar moves smoothly by itself. */
const LOOK_EVERY_MS = 250;

/**
 * How long a link has been down and when its next attempt is due. Who listens gets one sentence with the times of day:
 * it changes when something happens and not every second, and no live region repeats it.
 */
export function NextAttempt({
  outlook,
  clock,
}: {
  readonly outlook: TellingOutlook;
  /** Undefined: a file. Then there is no countdown. */
  readonly clock: Clock | undefined;
}) {
  const nowMs = useNow(clock, LOOK_EVERY_MS);
  const spoken = toVisibleText(toSpokenOutlook(outlook));
  if (nowMs === undefined)
    return (
      <span className="next-attempt phase-quiet" title={spoken}>
        <span>{spoken}</span>
      </span>
    );
  const { phase, text } = toNextAttemptText(outlook, nowMs);
  return (
    <span className={`next-attempt phase-${phase}`} title={spoken}>
      <span aria-hidden="true">{text}</span>
      <span className="only-read">{spoken}</span>
      {outlook.kind === 'expected' && phase !== 'overdue' && <WaitBar {...outlook} nowMs={nowMs} />}
    </span>
  );
}

/** The whole wait from left to right, the expected window in it, and how far the time has come. */
function WaitBar(props: {
  readonly sinceMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
}) {
  const { sinceMs, fromMs, toMs, nowMs } = props;
  const wholeMs = Math.max(1, toMs - sinceMs);
  const share = (timeMs: number) => Math.min(1, Math.max(0, (timeMs - sinceMs) / wholeMs));
  return (
    <span className="wait-bar" aria-hidden="true">
      <span
        className="wait-bar-window"
        style={{ left: `${share(fromMs) * 100}%`, width: `${(1 - share(fromMs)) * 100}%` }}
      />
      <span className="wait-bar-now" style={{ transform: `scaleX(${share(nowMs)})` }} />
    </span>
  );
}
