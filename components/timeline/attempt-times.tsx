import { formatClock, formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import type { LaidItem } from './lane-layout';

/** What lies under the pointer, in figures. */
export function AttemptTimes({ item, count }: { readonly item: LaidItem; readonly count: number }) {
  const { finding } = item;
  return (
    <>
      <strong>
        {item.kind === 'attempt'
          ? `Attempt ${item.number} of ${count}`
          : `Attempts ${item.attempts[0].number} to ${item.last.number} of ${count}`}
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
  const fits = wait?.fits === undefined ? '' : wait.fits ? ', as expected' : ', not as expected';
  return (
    <>
      {wait && <TimeRow name="Waited" value={`${formatDuration(wait.waitMs)}${fits}`} />}
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
    </>
  );
}

function ClusterTimes({ item }: { readonly item: Extract<LaidItem, { kind: 'cluster' }> }) {
  const { attempts, last } = item;
  return (
    <>
      <TimeRow name="From" value={formatClock(attempts[0].connection.startedMs)} />
      <TimeRow name="To" value={formatClock(last.connection.endedMs ?? last.connection.startedMs)} />
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
