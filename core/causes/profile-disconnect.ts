import type { ProfileScene } from '../profiles/profile-scene';
import { signsOf } from '../profiles/sign';
import { matchesText } from '../profiles/text-test';
import type { SpokenPacket } from '../protocols/transcript';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause, type Evidence, type Ruling } from './cause';
import { packetEvidence, shortened } from './reading/packet-words';
import { pageEvidence } from './reading/page-evidence';
import { signRuling } from './reading/profile-ruling';

export const profileDisconnect: Cause = {
  id: 'profile-disconnect',
  layer: 'server-event',
  severity: 'error',
  title: 'The application told the client to leave',
  explanation:
    'The server ended the membership of the client in a packet, and left the connection to the client, which then closed it. The close code that follows says nothing about the reason.',
  likelyCauses: ['What the profile names for this sign.'],
  next: ['Handle the disconnect in the page: most clients do not come back by themselves after it.'],
  nextForUser: ['Reload the page.'],
  retry: 'change-first',
  needs: ['messages'],
  diagnose(connection, { wire, application }) {
    if (application === undefined) return NOT_APPLICABLE;
    const page = pageEvidence(connection);
    return unreadableSign(application, page) ?? endSign(application, wire, page) ?? CLEAR;
  },
};

function endSign({ profile, notes }: ProfileScene, { notable }: Wire, page: readonly Evidence[]) {
  for (const sign of signsOf(profile.signs, 'disconnect')) {
    const { after, unreadable, packet: name } = sign.when;
    if (unreadable !== undefined) continue;
    const end = notable.findLast((entry) => isEnd(entry, name));
    if (end === undefined || isHealed(end, notable)) continue;
    if (after === undefined) return signRuling(profile, sign, [packetEvidence(end), ...page]);
    const before = notes
      .noted(`after ${sign.id}`)
      .findLast(
        ({ index, message }) => index <= end.index && end.message.timeMs - message.timeMs <= after.withinMs,
      );
    if (before !== undefined)
      return signRuling(profile, sign, [packetEvidence(before), packetEvidence(end), ...page]);
  }
  return undefined;
}

function isEnd({ packet, message }: SpokenPacket, name: string | undefined): boolean {
  return packet.kind === 'end' && message.direction === 'in' && (name === undefined || packet.name === name);
}

/** The client came back in over the same connection. */
function isHealed(end: SpokenPacket, notable: readonly SpokenPacket[]): boolean {
  return notable.some(
    ({ index, packet, message }) =>
      index > end.index &&
      packet.kind === 'response' &&
      packet.failure === undefined &&
      message.direction === 'in' &&
      packet.channel !== undefined &&
      packet.channel === end.packet.channel,
  );
}

/** A packet that breaks the protocol: the client ends with a parse error, and its text says more. */
function unreadableSign({ profile, notes }: ProfileScene, page: readonly Evidence[]): Ruling | undefined {
  const last = notes.unreadable.at(-1);
  if (last === undefined) return undefined;
  const { source, timeMs, text = '' } = last.message;
  const sign = signsOf(profile.signs, 'disconnect').find(
    ({ when }) => when.unreadable !== undefined && matchesText(when.unreadable, text),
  );
  if (sign === undefined) return undefined;
  const words = `The server sent ${shortened(text)}, which its protocol does not allow`;
  return signRuling(profile, sign, [{ source, timeMs, text: words }, ...page]);
}
