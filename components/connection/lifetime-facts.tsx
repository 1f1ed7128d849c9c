import type { Connection } from '../../core/capture/connection';
import { lifetimeOf, type DirectionLife, type Lifetime } from '../../core/capture/lifetime';
import { formatDuration, formatSize } from '../ui/format';
import { Fact } from './fact';
import { text } from '../../locales/text';

/** What went over it, how long it was in each state, how silent it was at the end, and what never got out. */
export function LifetimeFacts(props: { readonly connection: Connection; readonly latestMs: number }) {
  const { connection, latestMs } = props;
  const lifetime = lifetimeOf(connection, latestMs);
  const hasTraffic = lifetime.in.messages + lifetime.out.messages > 0;
  const streams = connection.traffic?.streamsCreated ?? 0;
  return (
    <>
      <Fact name={text('connection.states')}>{states(lifetime)}</Fact>
      {hasTraffic && <Fact name={text('connection.received')}>{flow(lifetime.in, connection)}</Fact>}
      {hasTraffic && <Fact name={text('connection.sent')}>{flow(lifetime.out, connection)}</Fact>}
      {streams > 0 && (
        <Fact name={text('connection.streams')}>{text('connection.streamsByPage', { count: streams })}</Fact>
      )}
      {lifetime.unsentBytes > 0 && (
        <Fact name={text('connection.neverSent')}>
          {text('connection.neverSentSize', { size: formatSize(lifetime.unsentBytes) })}
        </Fact>
      )}
      {lifetime.refusedSends.threw > 0 && (
        <Fact name={text('connection.sentTooEarly')}>
          {text('connection.sentTooEarlyTimes', { times: times(lifetime.refusedSends.threw) })}
        </Fact>
      )}
      {lifetime.refusedSends.dropped > 0 && (
        <Fact name={text('connection.sentTooLate')}>
          {text('connection.sentTooLateTimes', { times: times(lifetime.refusedSends.dropped) })}
        </Fact>
      )}
    </>
  );
}

function states({ connectingMs, openMs, closingMs }: Lifetime): string {
  const parts = [
    connectingMs === undefined
      ? undefined
      : text('connection.connectingFor', { duration: formatDuration(connectingMs) }),
    openMs === undefined ? undefined : text('connection.openFor', { duration: formatDuration(openMs) }),
    closingMs === undefined
      ? undefined
      : text('connection.closingFor', { duration: formatDuration(closingMs) }),
  ].filter((part) => part !== undefined);
  return parts.length === 0
    ? text('connection.notSeen')
    : parts.reduce((one, more) => text('connection.list', { one, more }));
}

function flow({ messages, bytes, idleMs }: DirectionLife, { endedMs }: Connection): string {
  const amount = { count: messages, size: formatSize(bytes) };
  if (idleMs === undefined) return text('connection.flow', amount);
  return text(endedMs === undefined ? 'connection.flowSilent' : 'connection.flowEnded', {
    ...amount,
    duration: formatDuration(idleMs),
  });
}

function times(count: number): string {
  return text('connection.times', { count });
}
