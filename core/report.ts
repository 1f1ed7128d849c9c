import { foldEvents } from './capture/fold';
import type { Connection } from './capture/connection';
import { conversationIdOf } from './capture/conversation-id';
import type { HangupEvent } from './capture/event';
import { diagnoseConnection, type Finding } from './diagnose';
import { profiles } from './profiles/catalogue';
import { redactFinding, redactText } from './redact';

/** What is said of a recording: each connection with its findings, in the order in which they stand in it. */
export interface Report {
  readonly connections: readonly ConnectionReport[];
}

export interface ConnectionReport {
  readonly url: string;
  readonly conversationId?: string;
  readonly findings: readonly Finding[];
}

/** Diagnoses a whole recording. Secrets come out redacted, in evidence too: a report is made to be passed on. */
export function reportOn(events: readonly HangupEvent[]): Report {
  return { connections: foldEvents(events).map(reportOnConnection) };
}

function reportOnConnection(connection: Connection): ConnectionReport {
  const conversationId = conversationIdOf(connection.url, profiles);
  return {
    url: redactText(connection.url),
    ...(conversationId === undefined ? undefined : { conversationId }),
    findings: diagnoseConnection(connection).map(redactFinding),
  };
}

/** At least one connection has a cause that something must be done about. */
export function hasErrors(report: Report): boolean {
  return report.connections.some(({ findings }) =>
    findings.some(
      ({ verdict, severity }) => verdict === 'error' || (verdict === 'found' && severity === 'error'),
    ),
  );
}
