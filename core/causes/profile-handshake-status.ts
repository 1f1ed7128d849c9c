import { signsOf, type SignOf } from '../profiles/sign';
import { matchesText } from '../profiles/text-test';
import { matchesUrl } from '../profiles/url-test';
import type { Connection } from '../capture/connection';
import type { HandshakeOutcome } from '../handshake/handshake-outcome';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf } from './reading/found';
import { outcomeOf } from './reading/outcome';
import { signRuling } from './reading/profile-ruling';

export const profileHandshakeStatus: Cause = {
  id: 'profile-handshake-status',
  layer: 'handshake',
  severity: 'error',
  title: 'The handshake failed in a way that the application’s profile knows',
  explanation:
    'There was no connection, and the profile of this application knows what this answer, or this failure, means at this address. The page sees only close code 1006.',
  likelyCauses: ['What the profile names for this answer.'],
  next: ['Look for this request in the log of the server, and of each proxy before it.'],
  nextForUser: ['If it stays so, pass this finding on to the people who run the application.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose(connection, { application }) {
    const outcome = outcomeOf(connection);
    if (application === undefined || outcome === undefined) return NOT_APPLICABLE;
    if (connection.open !== undefined) return CLEAR;
    const { profile } = application;
    const sign = signsOf(profile.signs, 'handshake').find((one) => isSeen(one, connection, outcome));
    return sign === undefined ? CLEAR : signRuling(profile, sign, evidenceOf(connection));
  },
};

function isSeen(
  { when }: SignOf<'handshake'>,
  { url, documentUrl }: Connection,
  outcome: HandshakeOutcome,
): boolean {
  const { statuses = [], failures = [], text, address, endsInUuid } = when;
  const isOutcome =
    (outcome.kind === 'answered' && statuses.includes(outcome.status)) ||
    failures.some((kind) => kind === outcome.kind);
  if (!isOutcome) return false;
  if (text !== undefined && !matchesText(text, ('text' in outcome ? outcome.text : undefined) ?? ''))
    return false;
  if (endsInUuid !== undefined && endsInUuid !== hasUuidAtEnd(url)) return false;
  return address === undefined || matchesUrl(address, url, documentUrl);
}

function hasUuidAtEnd(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return /^[0-9a-f]{32}$/i.test(last.replaceAll('-', ''));
}
