import { matchesText } from '../profiles/text-test';
import { signsOf } from '../profiles/sign';
import type { SpokenPacket } from '../protocols/transcript';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { packetEvidence } from './reading/packet-words';
import { pageEvidence } from './reading/page-evidence';
import { signRuling } from './reading/profile-ruling';

export const profileRefusal: Cause = {
  id: 'profile-refusal',
  layer: 'auth',
  severity: 'error',
  title: 'The application refused the connection, for a reason that its profile knows',
  explanation:
    'The connection was opened, and inside of it the server refused to let the client in. The words of the refusal are known in the profile of this application.',
  likelyCauses: ['What the profile names for these words.'],
  next: ['Handle the refusal in the page: show its reason, and offer the one step that can help.'],
  nextForUser: ['If it stays refused, pass this finding on to the people who run the application.'],
  retry: 'change-first',
  needs: ['messages'],
  diagnose(connection, { wire, application }) {
    if (application === undefined) return NOT_APPLICABLE;
    const { profile } = application;
    const refusal = lastRefusal(wire);
    if (refusal === undefined) return CLEAR;
    const said = refusal.packet.failure?.message ?? '';
    const sign = signsOf(profile.signs, 'refusal').find(
      ({ when }) =>
        matchesText(when.message, said) && matchesText(when.namespace, refusal.packet.channel ?? ''),
    );
    if (sign === undefined) return CLEAR;
    return signRuling(profile, sign, [packetEvidence(refusal), ...pageEvidence(connection)]);
  },
};

/** The newest refusal of the server that was not followed by an admission. */
function lastRefusal({ notable }: Wire): SpokenPacket | undefined {
  return notable.findLast(
    ({ packet, message, index }) =>
      message.direction === 'in' &&
      packet.failure !== undefined &&
      (packet.kind === 'response' || packet.kind === 'error' || packet.kind === 'end') &&
      !notable.some(
        (later) =>
          later.index > index &&
          later.message.direction === 'in' &&
          later.packet.kind === 'response' &&
          later.packet.replyTo === packet.replyTo &&
          packet.replyTo !== undefined &&
          later.packet.failure === undefined,
      ),
  );
}
