import { retriesPermanentRefusal } from '../../../core/causes/retries-permanent-refusal';
import { describeChainCause } from '../../support/chain-table';
import { chromiumFailed, CLOSED_NORMALLY, type ConnectionFacts } from '../../support/connection-builder';

const refused = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');
const unreachable = chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED');
const each = (facts: ConnectionFacts, times: number) =>
  Array.from({ length: times }, (_, index) => ({ ...facts, startAt: index * 3_000 }));

describeChainCause(retriesPermanentRefusal, {
  reports: [
    {
      when: 'three 403 in a row',
      facts: { attempts: each(refused, 3) },
      title: /^Refused 3 times in a row/,
      evidence: [/3 attempts in a row ended alike, over 6 s: The server answered 403/],
    },
    {
      when: 'the refusals since the last good connection, while the next attempt is under way',
      facts: {
        attempts: [
          CLOSED_NORMALLY,
          ...each(refused, 4).map(({ startAt, ...facts }) => ({ ...facts, startAt: startAt + 3_000 })),
          { startAt: 20_000 },
        ],
      },
      title: /^Refused 4 times/,
      aboutCount: 4,
    },
  ],
  staysSilent: [
    { when: 'on two refusals', facts: { attempts: each(refused, 2) } },
    { when: 'where a later attempt can succeed', facts: { attempts: each(unreachable, 5) } },
    {
      when: 'once it is in again',
      facts: {
        attempts: [...each(refused, 3), { startAt: 9_000, openAt: 50, close: { at: 900, code: 1000 } }],
      },
    },
  ],
});
