import type { Connection } from '../capture/connection';
import type { ProfileScene } from '../profiles/profile-scene';
import { signsOf, type SignOf } from '../profiles/sign';
import { matchesUrl } from '../profiles/url-test';
import type { Call } from '../protocols/transcript';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { hasAllMessages } from './reading/all-messages';
import { pageEvidence } from './reading/page-evidence';
import { signRuling } from './reading/profile-ruling';
import { lastSignOfLife } from './reading/sign-of-life';
import { duration } from './reading/words';

export const profileConnectUnanswered: Cause = {
  id: 'profile-connect-unanswered',
  layer: 'protocol',
  severity: 'error',
  title: 'The application never answered the request to be let in',
  explanation:
    'The connection is open and the client asked to be let in, and neither yes nor no came. The profile of this application knows at which step of the server that happens, by what came before the silence.',
  likelyCauses: ['What the profile names for this step.'],
  next: [
    'Look into the server log at this moment for an exception in the handler of the request.',
    'Give the page a time-out of its own for this answer.',
  ],
  nextForUser: ['Reload the page once. If it hangs again, pass this finding on: waiting does not help.'],
  retry: 'change-first',
  needs: ['messages'],
  diagnose(connection, { wire, application }) {
    if (application === undefined) return NOT_APPLICABLE;
    if (!wire.isComplete) return CLEAR;
    const lastMs = lastSignOfLife(connection);
    for (const sign of signsOf(application.profile.signs, 'unanswered')) {
      const { packet, afterMs, address } = sign.when;
      if (address !== undefined && !matchesUrl(address, connection.url, connection.documentUrl)) continue;
      const call = wire.unanswered.find((one) => one.packet.name === packet);
      if (call === undefined || lastMs - call.timeMs < afterMs || wasPutOut(wire, call)) continue;
      const replay = replayOf(application, connection);
      if (sign.when.replay !== undefined && sign.when.replay !== replay.kind) continue;
      return signRuling(application.profile, sign, evidence(connection, sign, call, replay.text), {
        // While the socket lives, the answer may still come.
        ...(connection.endedMs === undefined && sign.confidence !== 'possible' && { confidence: 'likely' }),
      });
    }
    return CLEAR;
  },
};

function evidence(connection: Connection, { when }: SignOf<'unanswered'>, call: Call, replay: string) {
  const waitedMs = lastSignOfLife(connection) - call.timeMs;
  const source = connection.messages[call.index]?.source ?? 'page-hook';
  return [
    { source, timeMs: call.timeMs, text: `The client sent ${when.packet}` },
    { source, text: `No answer came in the ${duration(waitedMs)} that followed` },
    { source, text: replay },
    ...pageEvidence(connection),
  ];
}

/** The server did answer, though with an end. */
function wasPutOut({ notable }: Wire, call: Call): boolean {
  return notable.some(
    ({ index, packet, message }) =>
      index > call.index &&
      packet.kind === 'end' &&
      message.direction === 'in' &&
      packet.channel === call.packet.channel,
  );
}

function replayOf({ notes, profile }: ProfileScene, connection: Connection) {
  if (!hasAllMessages(connection))
    return { kind: 'unknown', text: 'Some messages before the silence were not kept' };
  if (notes.ids.length === 0) return { kind: 'none', text: 'No event was repeated before the silence' };
  const count = `${notes.ids.length} ${notes.ids.length === 1 ? 'event was' : 'events were'} repeated`;
  const lastIndex = notes.ids.at(-1)?.index;
  const isWhole =
    profile.replayEnd !== undefined &&
    notes.noted('replay-end').some(({ index }) => index === lastIndex && index < connection.messages.length);
  return isWhole
    ? { kind: 'whole', text: `${count}, the one that ends the replay included, and then nothing` }
    : { kind: 'part', text: `${count}, and the replay broke off` };
}
