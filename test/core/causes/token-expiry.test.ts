import { tokenExpiry } from '../../../core/causes/token-expiry';
import { describeChainCause } from '../../support/chain-table';
import { FAILED_FOR_PAGE, START_MS, type ConnectionFacts } from '../../support/connection-builder';

function tokenUntil(at: number): string {
  const claims = btoa(JSON.stringify({ exp: (START_MS + at) / 1_000 })).replaceAll('=', '');
  return `eyJhbGciOiJub25lIn0.${claims}.sig`;
}
const withToken = (at: number) => ({ url: `wss://example.test/socket?token=${tokenUntil(at)}` });
const LOGIN: ConnectionFacts = { openAt: 0, close: { at: 600_000, code: 4401, reason: 'token expired' } };

describeChainCause(tokenExpiry, {
  reports: [
    {
      when: 'as likely an end at the exp of the token in the address',
      facts: { attempts: [{ ...withToken(60_000), openAt: 50, close: { at: 62_000, code: 1006 } }] },
      confidence: 'likely',
      evidence: [/within 5 s of its token's exp/],
    },
    {
      when: 'also about the attempt that comes back with the same token at once',
      facts: {
        attempts: [
          { ...withToken(60_000), openAt: 50, close: { at: 60_000, code: 1006 } },
          { ...withToken(60_000), ...FAILED_FOR_PAGE, startAt: 60_300 },
        ],
      },
      confidence: 'likely',
      evidence: [/within 5 s of its token's exp/],
      aboutCount: 2,
    },
    {
      when: 'as likely the same for a token in the first message',
      facts: {
        attempts: [
          {
            openAt: 50,
            messages: [{ at: 60, direction: 'out', text: `{"type":"auth","token":"${tokenUntil(60_000)}"}` }],
            close: { at: 60_500, code: 1008 },
          },
        ],
      },
      confidence: 'likely',
    },
    {
      when: 'as likely attempts that go on with a token that has expired',
      facts: {
        attempts: [
          { ...withToken(60_000), openAt: 50, close: { at: 20_000, code: 1006 } },
          { ...withToken(60_000), ...FAILED_FOR_PAGE, startAt: 80_000 },
          { ...withToken(60_000), ...FAILED_FOR_PAGE, startAt: 90_000 },
        ],
      },
      confidence: 'likely',
      title: /with a token that has expired/,
      evidence: [/had expired 20 s before/],
      aboutCount: 2,
    },
    {
      when: 'as likely equal lives that end in a wish for a login',
      facts: { attempts: [LOGIN, { ...LOGIN, startAt: 700_000 }] },
      confidence: 'likely',
    },
  ],
  staysSilent: [
    {
      when: 'when the end is far from the exp',
      facts: { attempts: [{ ...withToken(60_000), openAt: 50, close: { at: 30_000, code: 1006 } }] },
    },
    { when: 'on one end with a login code', facts: { attempts: [LOGIN] } },
    {
      when: 'when a token that has expired is let in all the same',
      facts: {
        attempts: [{ ...withToken(-60_000), openAt: 50, close: { at: 30_000, code: 1006 } }],
      },
    },
    { when: 'while nothing has ended', facts: { attempts: [{ openAt: 50 }] } },
  ],
});
