import type { Connection } from '../../core/capture/connection';
import { lifetimeOf, type DirectionLife, type Lifetime } from '../../core/capture/lifetime';
import { formatDuration, formatSize } from '../ui/format';
import { Fact } from './fact';

/** What went over it, how long it was in each state, how silent it was at the end, and what never got out. */
export function LifetimeFacts(props: { readonly connection: Connection; readonly latestMs: number }) {
  const { connection, latestMs } = props;
  const lifetime = lifetimeOf(connection, latestMs);
  const hasTraffic = lifetime.in.messages + lifetime.out.messages > 0;
  const streams = connection.traffic?.streamsCreated ?? 0;
  return (
    <>
      <Fact name="States">{states(lifetime)}</Fact>
      {hasTraffic && <Fact name="Received">{flow(lifetime.in, connection)}</Fact>}
      {hasTraffic && <Fact name="Sent">{flow(lifetime.out, connection)}</Fact>}
      {streams > 0 && <Fact name="Streams">{streams} created by the page</Fact>}
      {lifetime.unsentBytes > 0 && (
        <Fact name="Never sent">{formatSize(lifetime.unsentBytes)} were still in the buffer at the end</Fact>
      )}
      {lifetime.refusedSends.threw > 0 && (
        <Fact name="Sent too early">
          {times(lifetime.refusedSends.threw)}, while connecting: each call threw
        </Fact>
      )}
      {lifetime.refusedSends.dropped > 0 && (
        <Fact name="Sent too late">
          {times(lifetime.refusedSends.dropped)}, after the close began: the browser dropped it silently
        </Fact>
      )}
    </>
  );
}

function states({ connectingMs, openMs, closingMs }: Lifetime): string {
  const parts = [
    connectingMs === undefined ? undefined : `${formatDuration(connectingMs)} connecting`,
    openMs === undefined ? undefined : `${formatDuration(openMs)} open`,
    closingMs === undefined ? undefined : `${formatDuration(closingMs)} closing`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Not seen' : parts.join(', ');
}

function flow({ messages, bytes, idleMs }: DirectionLife, { endedMs }: Connection): string {
  const amount = `${messages.toLocaleString('en')} (${formatSize(bytes)})`;
  if (idleMs === undefined) return amount;
  return endedMs === undefined
    ? `${amount}, silent for ${formatDuration(idleMs)}`
    : `${amount}, the last ${formatDuration(idleMs)} before the end`;
}

function times(count: number): string {
  return count === 1 ? 'Once' : `${count.toLocaleString('en')} times`;
}
