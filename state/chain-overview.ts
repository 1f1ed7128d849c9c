import type { Attempt, Chain, Conversation } from '../core/capture/chain';
import { didOpen } from '../core/causes/reading/opened';
import type { Connection } from '../core/capture/connection';
import type { Severity } from '../core/causes/cause';
import type { Finding } from '../core/finding';
import { compareFindings, compareSeverity, findingsOf, worstFinding } from './findings';

/** Where a link stands now; `failed`: its last attempt ended without ever being open. */
export type ChainState = 'connecting' | 'open' | 'closing' | 'closed' | 'failed';

/** What one line of the list says about a chain. */
export interface ChainOverview {
  readonly chain: Chain;
  readonly state: ChainState;
  readonly attemptCount: number;
  /** The worst finding of any attempt, the newest among equals. */
  readonly headline: Finding | undefined;
  /** The attempt that the headline is about; without one, the last attempt. */
  readonly connection: Connection;
}

export function toChainOverview(chain: Chain): ChainOverview {
  const last = lastAttempt(chain).connection;
  let headline: Finding | undefined;
  let connection = last;
  for (const attempt of chain.attempts) {
    const finding = worstFinding(findingsOf(attempt.connection));
    if (finding === undefined || compareFindings(finding, headline) < 0) continue;
    headline = finding;
    connection = attempt.connection;
  }
  return { chain, state: toChainState(last), attemptCount: chain.attempts.length, headline, connection };
}

export function toChainState(last: Connection): ChainState {
  return last.state === 'closed' && !didOpen(last) ? 'failed' : last.state;
}

export function worstSeverity(conversation: Conversation): Severity | undefined {
  return conversation.chains
    .map((chain) => toChainOverview(chain).headline?.severity)
    .reduce((worst, severity) => (compareSeverity(severity, worst) > 0 ? severity : worst), undefined);
}

export function lastAttempt(chain: Chain): Attempt {
  return chain.attempts[chain.attempts.length - 1] ?? chain.attempts[0];
}
