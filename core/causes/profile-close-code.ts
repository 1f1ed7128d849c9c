import type { Connection } from '../capture/connection';
import type { EventOf, MessageEventRecord } from '../capture/event';
import { signsOf, type SignOf } from '../profiles/sign';
import { matchesText } from '../profiles/text-test';
import { matchesUrl } from '../profiles/url-test';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause, type Evidence } from './cause';
import { evidenceOf } from './reading/found';
import { signRuling } from './reading/profile-ruling';
import { whoClosed } from './reading/who-closed';
import { duration } from './reading/words';

export const profileCloseCode: Cause = {
  id: 'profile-close-code',
  layer: 'close',
  severity: 'error',
  title: 'The application closed the connection with a code that its profile knows',
  explanation:
    'The other side closed an open connection. What the code means here, together with what was sent before it, the profile of this application knows: the same number means something else elsewhere.',
  likelyCauses: ['What the profile names for this code.'],
  next: ['Let the client decide by this code whether another attempt makes sense.'],
  nextForUser: ['If it happens again, pass this finding on to the people who run the application.'],
  retry: 'unknown',
  needs: ['page-events'],
  diagnose(connection, { application, wire }) {
    const { close } = connection;
    if (application === undefined || close === undefined) return NOT_APPLICABLE;
    if (connection.open === undefined || whoClosed(connection).by === 'page') return CLEAR;
    for (const sign of signsOf(application.profile.signs, 'close')) {
      const seen = whatWasSeen(sign, connection, close, wire);
      if (seen === undefined) continue;
      return signRuling(application.profile, sign, [...seen, ...evidenceOf(connection)]);
    }
    return CLEAR;
  },
};

/** Undefined: the sign is not there. Else what was seen of it, beside the close itself. */
function whatWasSeen(
  { when }: SignOf<'close'>,
  connection: Connection,
  close: EventOf<'socket-close'>,
  wire: Wire,
): readonly Evidence[] | undefined {
  const { url, documentUrl, open, flows } = connection;
  if (!when.codes.includes(close.code) || !matchesText(when.reason, close.reason)) return undefined;
  if (when.address !== undefined && !matchesUrl(when.address, url, documentUrl)) return undefined;
  const openMs = close.timeMs - (open?.timeMs ?? close.timeMs);
  const { atLeast = 0, atMost = Infinity } = when.openForMs ?? {};
  if (openMs < atLeast || openMs > atMost) return undefined;
  if (when.hasReceived !== undefined && when.hasReceived !== flows.in.messages > 0) return undefined;
  if (when.hasSent !== undefined && when.hasSent !== flows.out.messages > 0) return undefined;
  const seen: Evidence[] = [];
  if (when.hasUnansweredPing === true) {
    const ping = wire.unansweredPing;
    if (ping === undefined) return undefined;
    const text = `A heartbeat of the server was not answered in the ${duration(close.timeMs - ping.timeMs)} before the end`;
    seen.push({ source: 'page-hook', timeMs: ping.timeMs, text });
  }
  if (when.lastSent !== undefined) {
    const { largerThanChars, withinMs } = when.lastSent;
    const sent = connection.messages.findLast(
      (message) => message.direction === 'out' && lengthOf(message) > largerThanChars,
    );
    if (sent === undefined || close.timeMs - sent.timeMs > withinMs) return undefined;
    const text = `The page sent a message of ${lengthOf(sent)} characters, more than the ${largerThanChars} that are allowed`;
    seen.push({ source: sent.source, timeMs: sent.timeMs, text });
  }
  return seen;
}

/** In characters; of a message whose text was not kept whole, its bytes are all that is known. */
function lengthOf({ text, isCut, sizeBytes }: MessageEventRecord): number {
  return text === undefined || isCut === true ? sizeBytes : text.length;
}
