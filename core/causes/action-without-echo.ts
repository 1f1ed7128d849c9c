import { signsOf } from '../profiles/sign';
import type { BesideCause } from './beside-cause';
import { hasAllMessages } from './reading/all-messages';
import { packetEvidence } from './reading/packet-words';
import { signRuling } from './reading/profile-ruling';
import { lastSignOfLife } from './reading/sign-of-life';
import { duration } from './reading/words';

export const actionWithoutEcho: BesideCause = {
  id: 'action-without-echo',
  layer: 'message-transmission',
  severity: 'error',
  title: 'What the page sent was never repeated by the server',
  explanation:
    'This application repeats what a page does to everybody in the conversation, the sender included. This time nothing came back: the message reached no one, and nobody told the page.',
  likelyCauses: ['The handler of the server threw an error, which it writes into its log alone.'],
  next: [
    'Look into the server log at this moment.',
    'Send with an acknowledgement, and tell the user when none comes.',
  ],
  nextForUser: ['Copy your text, reload the page, and send it again.'],
  retry: 'can-succeed',
  needs: ['messages'],
  diagnoseAll(connection, { wire, application }) {
    // What has not been read yet, or was not kept, may hold the echo.
    if (application === undefined || !wire.isComplete || !hasAllMessages(connection)) return [];
    const { notes, profile } = application;
    const lastMs = lastSignOfLife(connection);
    /** An action that several signs describe is told in the words of the first. */
    const told = new Set<number>();
    return signsOf(profile.signs, 'no-echo').flatMap((sign) => {
      const echoIndex = notes.noted(`echo ${sign.id}`).at(-1)?.index ?? -1;
      const lost = notes
        .noted(`action ${sign.id}`)
        .filter(
          ({ index, message }) =>
            index > echoIndex && !told.has(index) && lastMs - message.timeMs >= sign.when.afterMs,
        );
      const [first] = lost;
      if (first === undefined) return [];
      for (const { index } of lost) told.add(index);
      const waited = duration(lastMs - first.message.timeMs);
      const row = {
        source: first.message.source,
        text: `Nothing of it came back in the ${waited} that followed`,
      };
      const more =
        lost.length === 1 ? [] : [{ ...row, text: `${lost.length} actions in a row went unrepeated` }];
      return [signRuling(profile, sign, [packetEvidence(first), row, ...more])];
    });
  },
};
