import type { ReactNode } from 'react';
import type { Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import { closedBy, missingHalf } from '../../state/connection-facts';
import { SOURCE_LABELS } from '../findings/source-label';
import { formatClock, formatDuration } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { Fact } from './fact';
import { ClientReports } from './client-reports';
import { LifetimeFacts } from './lifetime-facts';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';
import type { Source } from '../../core/capture/event';

const TRANSPORTS = {
  polling: 'connection.transportPolling',
  webtransport: 'connection.transportWebTransport',
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
    <section className="connection" aria-label={text('connection.heading')}>
      <div className="section-head">
        <h2>{text('connection.heading')}</h2>
        {attemptCount > 1 && (
          <span className="section-scope">
            {text('findings.attemptOf', { attempt, attempts: attemptCount })}
          </span>
        )}
      </div>
      <dl className="facts">
        <Fact name={text('connection.url')} isWide>
          <code>
            <SafeText text={url} />
          </code>
        </Fact>
        {documentUrl !== undefined && (
          <Fact name={text('connection.page')} isWide>
            <SafeText text={documentUrl} />
          </Fact>
        )}
        <Fact name={text('connection.started')}>
          <span className="clock">{formatClock(startedMs)}</span>
        </Fact>
        <Fact name={text('connection.opened')}>
          {open ? (
            <Moment timeMs={open.timeMs} sinceMs={startedMs} />
          ) : (
            text(didOpen(connection) ? 'connection.yes' : 'connection.never')
          )}
        </Fact>
        <Fact name={text('connection.ended')}>
          {endedMs === undefined ? (
            text('connection.notYet')
          ) : (
            <Moment timeMs={endedMs} sinceMs={open?.timeMs ?? startedMs} />
          )}
        </Fact>
        {handshake?.status !== undefined && (
          <Fact name={text('connection.httpStatus')}>{handshake.status}</Fact>
        )}
        <Subprotocol connection={connection} />
        <CloseFacts connection={connection} />
        {closer !== undefined && <Fact name={text('connection.closedBy')}>{closer}</Fact>}
        <ClientReports connection={connection} />
        <LifetimeFacts connection={connection} latestMs={latestMs} />
        {connection.transport !== 'websocket' && (
          <Fact name={text('connection.transport')}>{text(TRANSPORTS[connection.transport])}</Fact>
        )}
        <Fact name={text('connection.seenBy')}>{seenBy(sources)}</Fact>
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

function seenBy(sources: readonly Source[]): string {
  return sources
    .map((source) => text(SOURCE_LABELS[source]))
    .reduce((one, more) => text('connection.sourceList', { one, more }));
}

function Subprotocol({ connection: { constructed, open } }: { readonly connection: Connection }) {
  const requested = constructed?.protocols ?? [];
  if (requested.length === 0 && (open === undefined || open.protocol === '')) return null;
  return (
    <Fact name={text('connection.subprotocol')}>
      {open !== undefined && open.protocol !== '' ? (
        <SafeText text={open.protocol} />
      ) : (
        <RichText
          of="connection.subprotocolNone"
          values={{ protocols: <SafeText text={requested.join(', ')} /> }}
        />
      )}
    </Fact>
  );
}

function CloseFacts({ connection: { close } }: { readonly connection: Connection }) {
  if (close === undefined) return null;
  return (
    <>
      <Fact name={text('connection.closeCode')}>
        {close.wasClean ? close.code : text('connection.notClean', { code: String(close.code) })}
      </Fact>
      <Fact name={text('connection.closeReason')}>
        {close.reason === '' ? (
          <span className="soft">{text('connection.none')}</span>
        ) : (
          <SafeText text={close.reason} />
        )}
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
