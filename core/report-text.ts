import type { ChainReport, ConnectionReport, Report } from './report';
import type { Finding } from './finding';
import { clientReportText } from './reconnect/client-report-text';
import { causeText, escapeMarkdown, verdictText } from './finding-text';

/** A report for a terminal. */
export function toText(report: Report): string {
  if (report.connections.length === 0) return 'No WebSocket connections in this file.\n';
  const parts = [...alike(report.connections).map(connectionText), ...report.chains.map(chainText)];
  return `${parts.join('\n\n')}\n`;
}

/** Connections to one address of which the same is to be said: told once. */
interface Alike {
  /** The newest of them. */
  readonly connection: ConnectionReport;
  readonly count: number;
}

/** In the order in which each kind was first met. */
function alike(connections: readonly ConnectionReport[]): readonly Alike[] {
  const kinds = new Map<string, Alike>();
  for (const connection of connections) {
    const { url, conversationId, clientReports, findings } = connection;
    const said = findings.map(({ cause, verdict, title }) => [cause, verdict, title]);
    const key = JSON.stringify([url, conversationId, clientReports, said]);
    kinds.set(key, { connection, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds.values()];
}

function connectionText({ connection, count }: Alike): string {
  const { url, conversationId, clientReports = [], findings } = connection;
  const head = [
    count === 1 ? url : `${url}  (${count} connections, the newest is shown)`,
    ...(conversationId === undefined ? [] : [`  conversation ${conversationId}`]),
    ...clientReports.map((told) => `  Socket.IO's client tells the page: ${clientReportText(told)}`),
  ].join('\n');
  if (findings.length === 0) return `${head}\n  Nothing wrong was recorded.`;
  return [head, ...findings.map(findingText)].join('\n');
}

function chainText({ endpoint, attemptCount, findings }: ChainReport): string {
  return [`All ${attemptCount} attempts at ${endpoint}`, ...findings.map(findingText)].join('\n');
}

function findingText(finding: Finding): string {
  const { title, evidence, next, missing } = finding;
  return [
    `  ${title}  [${causeText(finding)}, ${verdictText(finding)}]`,
    ...evidence.map(({ source, text }) => `    seen by ${source}: ${text}`),
    ...(missing === undefined ? [] : [`    missing: ${missing}`]),
    ...next.map((step) => `    next: ${step}`),
  ].join('\n');
}

/** A report for a ticket. */
export function toMarkdown(report: Report): string {
  if (report.connections.length === 0) return 'No WebSocket connections in this file.\n';
  const parts = [...alike(report.connections).map(connectionMarkdown), ...report.chains.map(chainMarkdown)];
  return `${parts.join('\n\n')}\n`;
}

function connectionMarkdown({ connection, count }: Alike): string {
  const { url, conversationId, clientReports = [], findings } = connection;
  const times = count === 1 ? '' : `, ${count} connections, the newest is shown`;
  const head = `### ${code(url)}${times}`;
  const conversation = conversationId === undefined ? [] : ['', `Conversation ${code(conversationId)}`];
  const told = clientReports.flatMap((one) => [
    '',
    `Socket.IO's client tells the page: ${escapeMarkdown(clientReportText(one))}`,
  ]);
  if (findings.length === 0)
    return [head, ...conversation, ...told, '', 'Nothing wrong was recorded.'].join('\n');
  return [head, ...conversation, ...told, ...findings.map(findingMarkdown)].join('\n');
}

function chainMarkdown({ endpoint, attemptCount, findings }: ChainReport): string {
  return [`### All ${attemptCount} attempts at ${code(endpoint)}`, ...findings.map(findingMarkdown)].join(
    '\n',
  );
}

function findingMarkdown(finding: Finding): string {
  const { title, evidence, next, missing } = finding;
  return [
    '',
    `**${escapeMarkdown(title)}** (${code(causeText(finding))}, ${verdictText(finding)})`,
    '',
    ...evidence.map(({ source, text }) => `- Seen by ${source}: ${escapeMarkdown(text)}`),
    ...(missing === undefined ? [] : [`- Missing: ${escapeMarkdown(missing)}`]),
    '',
    ...next.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`),
  ].join('\n');
}

/** A code span whose fence is longer than any run of backticks inside it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${text.replace(/\s+/g, ' ')}${padding}${fence}`;
}
