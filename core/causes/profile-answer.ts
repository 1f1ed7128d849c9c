import type { Connection } from '../capture/connection';
import { matchesFields } from '../profiles/field-test';
import { signsOf, type SignOf } from '../profiles/sign';
import { matchesText } from '../profiles/text-test';
import { parseJson } from '../protocols/reading/json-fields';
import type { BesideCause } from './beside-cause';
import type { Evidence } from './cause';
import { shortened } from './reading/packet-words';
import { signRuling } from './reading/profile-ruling';

export const profileAnswer: BesideCause = {
  id: 'profile-answer',
  layer: 'auth',
  severity: 'error',
  title: 'The server answered a request in words that the application’s profile knows',
  explanation:
    'Beside the socket the server was asked over HTTP, by you or by a poll, and its answer says what the handshake of a WebSocket cannot show.',
  likelyCauses: ['What the profile names for this answer.'],
  next: ['Look for this request in the log of the server.'],
  nextForUser: ['If it stays so, pass this finding on to the people who run the application.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnoseAll(connection, { application }) {
    if (application === undefined) return [];
    const { profile } = application;
    const signs = signsOf(profile.signs, 'answer');
    return answersOn(connection)
      .slice(-1)
      .flatMap((answer) => {
        const sign = signs.find((one) => isSeen(one, answer));
        if (sign === undefined) return [];
        const text = `HTTP ${answer.status} with ${answer.body === '' ? 'no body' : shortened(answer.body)}`;
        return [signRuling(profile, sign, [{ source: answer.source, timeMs: answer.timeMs, text }])];
      });
  },
};

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly source: Evidence['source'];
  readonly timeMs: number;
}

/** Oldest first. */
function answersOn({ probes, pollingFailures }: Connection): readonly Answer[] {
  const probed = probes.flatMap(({ steps, timeMs, source }) =>
    steps.flatMap(({ status, body = '' }) =>
      status === undefined ? [] : [{ status, body, timeMs, source }],
    ),
  );
  const polled = pollingFailures.map(({ status, body = '', timeMs, source }) => ({
    status,
    body,
    timeMs,
    source,
  }));
  return [...probed, ...polled].sort((a, b) => a.timeMs - b.timeMs);
}

function isSeen({ when }: SignOf<'answer'>, { status, body }: Answer): boolean {
  if (when.statuses !== undefined && !when.statuses.includes(status)) return false;
  if (!matchesText(when.body, body)) return false;
  return when.where === undefined || matchesFields(when.where, parseJson(body)?.value);
}
