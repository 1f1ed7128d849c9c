import { createCaptureFold } from './capture/fold';
import type { Chain } from './capture/chain';
import type { Connection } from './capture/connection';
import { toConversations } from './capture/conversation';
import { companionsOf } from './capture/companions';
import { conversationIdOfConnection } from './capture/conversation-id';
import type { HangupEvent } from './capture/event';
import { lifecycleAround } from './capture/surroundings';
import { sceneOf } from './causes/scene';
import { diagnoseConnection } from './diagnose';
import { diagnoseChain } from './diagnose-chain';
import type { Finding } from './finding';
import { profiles as builtInProfiles } from './profiles/catalogue';
import type { Profile } from './profiles/profile';
import { wireOf } from './protocols/wire';
import type { ClientReport } from './reconnect/client-report';
import { socketIoReports } from './reconnect/socket-io-report';
import { planRedaction } from './redact/plan';
import { runToEnd } from './run-to-end';

/** What is said of a recording. */
export interface Report {
  /** Each connection with its findings, in the order in which they stand in the recording. */
  readonly connections: readonly ConnectionReport[];
  /** What several attempts show together; chains of which there is nothing to say are left out. */
  readonly chains: readonly ChainReport[];
}

export interface ConnectionReport {
  readonly url: string;
  readonly conversationId?: string;
  /** What Socket.IO's client tells the page of the end, namespace by namespace; absent: nothing, or it is no Socket.IO. */
  readonly clientReports?: readonly ClientReport[];
  readonly findings: readonly Finding[];
}

export interface ChainReport {
  /** The address without what changes from attempt to attempt. */
  readonly endpoint: string;
  readonly conversationId?: string;
  readonly attemptCount: number;
  readonly findings: readonly Finding[];
}

/**
 * Diagnoses a whole recording. Secrets are taken out before: a report is made to be passed on, and says the same as one
 * on the exported file.
 *
 * @param known pseudonyms that the recording came with
 * @param profiles the applications that are known, asked in this order
 */
export function reportOn(
  events: readonly HangupEvent[],
  known: Iterable<string> = [],
  profiles: readonly Profile[] = builtInProfiles,
): Report {
  const redactor = planRedaction(events, { known, profiles }).redactor();
  return runToEnd(
    reportSteps(
      events.map((event) => redactor.event(event)),
      profiles,
    ),
  );
}

/** What is read of messages between two breaths, as in `Transcript.readOn`: some 20 ms. */
const READING_PER_STEP = 500_000;

/** The same in steps, so that a page can breathe between them. @param events secrets taken out already */
export function* reportSteps(
  events: readonly HangupEvent[],
  profiles: readonly Profile[] = builtInProfiles,
): Generator<void, Report, void> {
  const fold = createCaptureFold();
  fold.add(events);
  fold.settle();
  const connections = fold.connectionsAsSeen();
  for (const connection of connections) while (!wireOf(connection, READING_PER_STEP).isComplete) yield;
  const nowMs = events.reduce((latest, { timeMs }) => Math.max(latest, timeMs), -Infinity);
  const findings = new Map(
    connections.map((connection) => [
      connection,
      diagnoseConnection(connection, sceneOf(connection, profiles)),
    ]),
  );
  const oldestFirst = [...connections].sort((a, b) => a.startedMs - b.startedMs);
  const conversations = toConversations(oldestFirst, profiles);
  const all = conversations.flatMap(({ chains }) =>
    chains.map((chain) => ({ chain, siblings: chains.filter((other) => other !== chain) })),
  );
  const chains = all.map(({ chain, siblings }) => {
    const headlines = chain.attempts.map(({ connection }) => findings.get(connection)?.[0]);
    const around = lifecycleAround(chain, fold.lifecycle());
    const view = {
      chain,
      headlines,
      wireOf,
      lifecycle: around,
      siblings,
      others: companionsOf(chain, conversations),
      nowMs,
      profiles,
    };
    return reportOnChain(chain, diagnoseChain(view));
  });
  return {
    connections: connections.map((connection) =>
      reportOnConnection(connection, findings.get(connection) ?? [], profiles),
    ),
    chains: chains.filter((chain) => chain.findings.length > 0),
  };
}

function reportOnConnection(
  connection: Connection,
  findings: readonly Finding[],
  profiles: readonly Profile[],
): ConnectionReport {
  const conversationId = conversationIdOfConnection(connection, profiles);
  const clientReports = socketIoReports(connection, wireOf(connection));
  return {
    url: connection.url,
    ...(conversationId === undefined ? undefined : { conversationId }),
    ...(clientReports.length === 0 ? undefined : { clientReports }),
    findings,
  };
}

function reportOnChain(
  { endpoint, conversationId, attempts }: Chain,
  findings: readonly Finding[],
): ChainReport {
  return {
    endpoint,
    ...(conversationId === undefined ? undefined : { conversationId }),
    attemptCount: attempts.length,
    findings,
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
