import type { ReactNode } from 'react';
import type { Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import { closedBy, missingHalf } from '../../state/connection-facts';
import { SOURCE_LABELS } from '../findings/source-label';
import { formatClock, formatDuration } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { Fact } from './fact';
import { LifetimeFacts } from './lifetime-facts';

const TRANSPORTS = {
  polling: 'HTTP polling of Engine.IO',
  webtransport: 'WebTransport: its streams are not read',
} as const;

/** The facts of one attempt, and which of them nobody could see. */
export function ConnectionSection(props: {
  readonly connection: Connection;
  /** From 1. */
  readonly attempt: number;
  readonly attemptCount: number;
  /** "Now", as far as the capture knows. */
  readonly latestMs: number;
  /** What can be done about it, below the facts. */
  readonly children?: ReactNode;
}) {
  const { connection, attempt, attemptCount, latestMs, children } = props;
  const { url, documentUrl, sources, startedMs, endedMs, open, handshake } = connection;
  const missing = missingHalf(connection);
  const closer = closedBy(connection);
  return (
    <section className="connection" aria-label="Connection">
      <div className="section-head">
        <h2>Connection</h2>
        {attemptCount > 1 && (
          <span className="section-scope">
            Attempt {attempt} of {attemptCount}
          </span>
        )}
      </div>
      <dl className="facts">
        <Fact name="URL" isWide>
          <code>
            <SafeText text={url} />
          </code>
        </Fact>
        {documentUrl !== undefined && (
          <Fact name="Page" isWide>
            <SafeText text={documentUrl} />
          </Fact>
        )}
        <Fact name="Started">
          <span className="clock">{formatClock(startedMs)}</span>
        </Fact>
        <Fact name="Opened">
          {open ? <Moment timeMs={open.timeMs} sinceMs={startedMs} /> : didOpen(connection) ? 'Yes' : 'Never'}
        </Fact>
        <Fact name="Ended">
          {endedMs === undefined ? (
            'Not yet'
          ) : (
            <Moment timeMs={endedMs} sinceMs={open?.timeMs ?? startedMs} />
          )}
        </Fact>
        {handshake?.status !== undefined && <Fact name="HTTP status">{handshake.status}</Fact>}
        <Subprotocol connection={connection} />
        <CloseFacts connection={connection} />
        {closer !== undefined && <Fact name="Closed by">{closer}</Fact>}
        <LifetimeFacts connection={connection} latestMs={latestMs} />
        {connection.transport !== 'websocket' && (
          <Fact name="Transport">{TRANSPORTS[connection.transport]}</Fact>
        )}
        <Fact name="Seen by">{sources.map((source) => SOURCE_LABELS[source]).join(', ')}</Fact>
      </dl>
      {missing !== undefined && (
        <p className="missing">
          <Glyph shape="question" tone="neutral" />
          {missing}
        </p>
      )}
      {children}
    </section>
  );
}

function Subprotocol({ connection: { constructed, open } }: { readonly connection: Connection }) {
  const requested = constructed?.protocols ?? [];
  if (requested.length === 0 && (open === undefined || open.protocol === '')) return null;
  return (
    <Fact name="Subprotocol">
      {open !== undefined && open.protocol !== '' ? (
        <SafeText text={open.protocol} />
      ) : (
        <>
          None accepted; asked for <SafeText text={requested.join(', ')} />
        </>
      )}
    </Fact>
  );
}

function CloseFacts({ connection: { close } }: { readonly connection: Connection }) {
  if (close === undefined) return null;
  return (
    <>
      <Fact name="Close code">
        {close.code}
        {close.wasClean ? '' : ' (not clean)'}
      </Fact>
      <Fact name="Close reason">
        {close.reason === '' ? <span className="soft">None</span> : <SafeText text={close.reason} />}
      </Fact>
    </>
  );
}

function Moment({ timeMs, sinceMs }: { readonly timeMs: number; readonly sinceMs: number }) {
  return (
    <>
      <span className="clock">{formatClock(timeMs)}</span>{' '}
      <span className="soft">+{formatDuration(timeMs - sinceMs)}</span>
    </>
  );
}
