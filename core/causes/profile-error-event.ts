import { wordAt } from '../profiles/field-test';
import type { ProfileScene } from '../profiles/profile-scene';
import { signsOf, type SignOf } from '../profiles/sign';
import type { SpokenPacket } from '../protocols/transcript';
import type { Wire } from '../protocols/wire';
import { MOST_BESIDES, type BesideCause } from './beside-cause';
import type { Ruling } from './cause';
import { isHistory } from './reading/history';
import { packetEvidence, shortened } from './reading/packet-words';
import { signRuling } from './reading/profile-ruling';
import { quoted } from './reading/words';

export const profileErrorEvent: BesideCause = {
  id: 'profile-error-event',
  layer: 'server-event',
  severity: 'error',
  title: 'The application told of an error in a message',
  explanation:
    'The connection works, and over it the server told of something that went wrong. The profile of this application knows what the message means, and whether the page shows it.',
  likelyCauses: ['What the profile names for this message.'],
  next: ['Look for the same moment in the log of the server.'],
  nextForUser: ['If it happens again, pass this finding on to the people who run the application.'],
  retry: 'unknown',
  needs: ['messages'],
  diagnoseAll(_connection, { wire, application }) {
    if (application === undefined) return [];
    const seen = signsOf(application.profile.signs, 'event').flatMap((sign) => {
      const noted = application.notes.noted(`event ${sign.id}`);
      const last = noted.at(-1);
      return last === undefined ? [] : [{ sign, last, count: noted.length }];
    });
    return seen
      .sort((a, b) => a.last.index - b.last.index)
      .slice(-MOST_BESIDES)
      .map(({ sign, last, count }) => rule(application, wire, sign, last, count));
  },
};

function rule(
  application: ProfileScene,
  wire: Wire,
  sign: SignOf<'event'>,
  last: SpokenPacket,
  count: number,
): Ruling {
  const { profile, notes } = application;
  const { messageAt, isState } = sign.when;
  const said = messageAt === undefined ? undefined : wordAt(last.packet.data, messageAt);
  const title = `${sign.title}${said === undefined ? '' : quoted(shortened(said))}`;
  const { source } = last.message;
  const evidence = [packetEvidence(last)];
  if (count > 1) evidence.push({ ...packetEvidence(last), text: `It was said ${count} times or more` });
  const over = notes.noted(`over ${sign.id}`).findLast(({ index }) => index > last.index);
  const isOld = isHistory(last, application, wire);
  if (over !== undefined) {
    return signRuling(
      profile,
      sign,
      [...evidence, packetEvidence(over, 'It was over when the server sent')],
      {
        title: `${title} (it has passed)`,
        severity: 'info',
        retry: 'not-needed',
      },
    );
  }
  if (!isOld) return signRuling(profile, sign, evidence, { title });
  const text = 'The server repeats it on joining: it happened before this connection';
  const row = { source, timeMs: last.message.timeMs, text };
  // How things stand is news however old it is; what once happened is not.
  if (isState === true) return signRuling(profile, sign, [...evidence, row], { title });
  return signRuling(profile, sign, [...evidence, row], {
    title: `${title} (before this connection)`,
    severity: 'info',
    retry: 'not-needed',
  });
}
