import { conversationIdOf } from '../../../core/capture/conversation-id';
import { endpointOf } from '../../../core/capture/endpoint';
import { openhands } from '../../../core/profiles/openhands';
import { matchesPacket } from '../../../core/profiles/packet-test';
import { parseProfileText } from '../../../core/profiles/parse-profile';
import { profileFor } from '../../../core/profiles/profile-of';
import { stringsOfTests } from '../samples';
import { textOf, tooLong, type Input, type Target } from '../target';

const PACKET = {
  kind: 'event',
  name: 'oh_event',
  summary: 'event oh_event',
  data: [{ id: 7, status: { a: ['x'.repeat(1_000)] }, __proto__: { extras: 1 } }],
} as const;
const ADDRESSES = [
  'wss://a.test/sockets/events/87f5ada82bc849fe854ce03610507e29?session_api_key=x',
  `wss://a.test/${'/a'.repeat(1_000)}?${'b=c&'.repeat(500)}`,
  'not an address',
];

function readProfile(input: Input): string | undefined {
  const parsed = parseProfileText(textOf(input));
  if (!parsed.ok) return tooLong([parsed.problem], 10_000);
  const profiles = [parsed.value];
  for (const address of ADDRESSES) {
    profileFor(address, address, profiles);
    conversationIdOf(address, profiles);
    endpointOf(address, profiles);
  }
  for (const { packet } of parsed.value.eventIds ?? []) matchesPacket(packet, PACKET, 'in');
  if (parsed.value.replayEnd !== undefined) matchesPacket(parsed.value.replayEnd, PACKET, 'in');
  return undefined;
}

/** The whole profile that comes with Hangup, and small ones of few signs, which more changes leave readable. */
const whole = JSON.stringify(openhands);
const small = openhands.signs.map((sign) => JSON.stringify({ ...openhands, signs: [sign] }));

/** A profile from a stranger's file. */
export const profileFiles: Target = {
  name: 'profiles',
  share: 20,
  samples: [whole, ...small, ...stringsOfTests('test/core/profiles/')],
  run: readProfile,
};
