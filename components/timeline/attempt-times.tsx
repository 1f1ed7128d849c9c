import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import type { LaidItem } from './laid-item';
import { text } from '../../locales/text';

/** What lies under the pointer, in figures. */
export function AttemptTimes({ item, count }: { readonly item: LaidItem; readonly count: number }) {
  const { finding } = item;
  return (
    <>
      <strong>
        {item.kind === 'attempt'
          ? text('timeline.attempt', { attempt: item.number, attempts: count })
          : text('timeline.attempts', {
              first: item.attempts[0].number,
              last: item.last.number,
              attempts: count,
            })}
      </strong>
      {finding && (
        <p>
          <SafeText text={finding.title} />
        </p>
      )}
      <dl>{item.kind === 'attempt' ? <Times item={item} /> : <ClusterTimes item={item} />}</dl>
    </>
  );
}

function Times({ item }: { readonly item: Extract<LaidItem, { kind: 'attempt' }> }) {
  const { connection, wait } = item;
  const { startedMs, endedMs, open, close } = connection;
  return (
    <>
      {wait && <TimeRow name={text('timeline.waited')} value={waited(wait)} />}
      <TimeRow name={text('timeline.started')} value={formatClock(startedMs)} />
      {open && <TimeRow name={text('timeline.opened')} value={clockAfter(open.timeMs, startedMs)} />}
      {endedMs !== undefined && (
        <TimeRow
          name={text(open ? 'timeline.ended' : 'timeline.failed')}
          value={clockAfter(endedMs, open?.timeMs ?? startedMs)}
        />
      )}
      {close && <TimeRow name={text('timeline.closeCode')} value={String(close.code)} />}
    </>
  );
}

function waited({ waitMs, fits }: NonNullable<LaidItem['wait']>): string {
  const duration = formatDuration(waitMs);
  if (fits === undefined) return duration;
  return text(fits ? 'timeline.waitedFits' : 'timeline.waitedMisfits', { duration });
}

function clockAfter(timeMs: number, sinceMs: number): string {
  return text('timeline.clockAfter', {
    clock: formatClock(timeMs),
    duration: formatDuration(timeMs - sinceMs),
  });
}

function ClusterTimes({ item }: { readonly item: Extract<LaidItem, { kind: 'cluster' }> }) {
  const { attempts, last } = item;
  return (
    <>
      <TimeRow name={text('timeline.rangeFrom')} value={formatClock(attempts[0].connection.startedMs)} />
      <TimeRow
        name={text('timeline.rangeTo')}
        value={formatClock(last.connection.endedMs ?? last.connection.startedMs)}
      />
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
