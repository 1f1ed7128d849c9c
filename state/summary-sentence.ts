import type { Connection } from '../core/capture/connection';
import type { Severity } from '../core/causes/cause';
import type { Finding } from '../core/finding';
import { compareFindings, findingsOf, worstFinding } from './findings';

/** The whole capture in one sentence, and how bad it is: the first thing the panel says. */
export interface Summary {
  readonly sentence: string;
  readonly severity: Severity | undefined;
}

export function summarise(connections: readonly Connection[]): Summary {
  const total = connections.length;
  if (total === 0) return { sentence: 'No connection seen yet.', severity: undefined };
  const problems = connections
    .map((connection) => worstFinding(findingsOf(connection)))
    .filter((finding) => finding !== undefined)
    .filter((finding) => finding.severity !== 'info');
  const worst = problems.reduce<Finding | undefined>(
    (known, finding) => (compareFindings(finding, known) >= 0 ? finding : known),
    undefined,
  );
  if (worst === undefined) return { sentence: `${count(total)}, nothing wrong.`, severity: 'info' };
  const others = new Set(problems.map(({ title }) => title)).size - 1;
  const more = others === 0 ? '' : ` (and ${others} other ${others === 1 ? 'problem' : 'problems'})`;
  const subject = total === 1 ? 'The connection' : `${problems.length} of ${total} connections`;
  const verb =
    worst.severity === 'error' ? 'failed' : problems.length === 1 ? 'has a problem' : 'have problems';
  return { sentence: `${subject} ${verb}: ${toMidSentence(worst.title)}${more}.`, severity: worst.severity };
}

function count(total: number): string {
  return total === 1 ? '1 connection' : `${total} connections`;
}

/** "The server" -> "the server", but "TLS failed", "Socket.IO refused" and names keep their capitals. */
function toMidSentence(title: string): string {
  const isPlainWord = /^(?!Chromium|Firefox|Hangup)[A-Z][a-z]*[ ,]/.test(title);
  return isPlainWord ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
