import type { Profile } from '../profile';
import { V0, V1, V1_BASH } from './addresses';

/** Section 3: how OpenHands' own clients come back. */
export const clients: NonNullable<Profile['clients']> = [
  {
    name: 'the OpenHands list of microagents (socket.io-client, five attempts)',
    address: { ...V0, query: [{ name: 'conversation_id' }, { name: 'latest_event_id', isMissing: true }] },
    retries:
      'It tries again five times, after 0.5 to 5 s, and never after a refusal or a DISCONNECT of the server.',
    waitMs: { atLeast: 500, atMost: 5_000 },
  },
  {
    name: 'the OpenHands page (socket.io-client)',
    address: V0,
    retries:
      'It tries again for ever, after 0.5 to 5 s, whatever the close code; after a refusal, a DISCONNECT of the server, or a CONNECT without an answer it never does.',
    waitMs: { atLeast: 500, atMost: 5_000 },
  },
  {
    name: 'the OpenHands page (every 3 s)',
    address: V1,
    retries: 'It tries again every 3 s for ever, whatever the close code, 1000 included.',
    waitMs: { atLeast: 3_000, atMost: 3_000 },
  },
  {
    name: 'the OpenHands terminal (every 3 s)',
    address: V1_BASH,
    retries: 'It tries again every 3 s for ever, whatever the close code, 1000 included.',
    waitMs: { atLeast: 3_000, atMost: 3_000 },
  },
];
