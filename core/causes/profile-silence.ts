import { signsOf } from '../profiles/sign';
import type { BesideCause } from './beside-cause';
import { hasAllMessages } from './reading/all-messages';
import { packetEvidence } from './reading/packet-words';
import { signRuling } from './reading/profile-ruling';
import { lastSignOfLife } from './reading/sign-of-life';
import { duration } from './reading/words';

export const profileSilence: BesideCause = {
  id: 'profile-silence',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The server says that it works, and sends nothing but heartbeats',
  explanation:
    'The connection is alive: heartbeats go both ways. But since the server said that it works, nothing of its work has come, for longer than this application usually is silent.',
  likelyCauses: ['The server gave up sending to this client without a word.'],
  next: [
    'Compare with what the server has stored since: what is there and never came was dropped on the way.',
  ],
  nextForUser: ['Reload the page: what was missed is then shown.'],
  retry: 'can-succeed',
  needs: ['messages'],
  diagnoseAll(connection, { wire, application }) {
    if (application === undefined || !wire.isComplete || connection.endedMs !== undefined) return [];
    if (!hasAllMessages(connection)) return [];
    const { notes, profile, lastSpoken } = application;
    const last = lastSpoken === undefined ? undefined : connection.messages[lastSpoken];
    if (last === undefined) return [];
    const quietMs = lastSignOfLife(connection) - last.timeMs;
    return signsOf(profile.signs, 'silence').flatMap((sign) => {
      const since = notes.noted(`since ${sign.id}`).at(-1);
      if (since?.index !== lastSpoken || since === undefined || quietMs < sign.when.forMs) return [];
      const text = `Only heartbeats came in the ${duration(quietMs)} that followed`;
      return [signRuling(profile, sign, [packetEvidence(since), { source: since.message.source, text }])];
    });
  },
};
