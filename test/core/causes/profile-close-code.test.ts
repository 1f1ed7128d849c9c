import { profileCloseCode } from '../../../core/causes/profile-close-code';
import { describeCause } from '../../support/cause-table';
import { received, sent, v0Joined, v1 } from '../../support/openhands/frames';

const LARGE = 'x'.repeat(4_194_305);

describeCause(profileCloseCode, {
  reports: [
    {
      when: 'a code of the application at its address',
      facts: v1([], { close: { at: 120, code: 4004, reason: 'Conversation not found' } }),
      title: /^This sandbox does not know the conversation \(4004\)$/,
      evidence: [/4004/],
    },
    {
      when: 'the more specific of two meanings, by how long it was open and what was sent',
      facts: v1([], { close: { at: 10_100, code: 4001, reason: 'Authentication failed' } }),
      title: /waited 10 s for the login/,
    },
    {
      when: 'the other meaning where a login was sent',
      facts: v1([sent(60, '{"type":"auth","session_api_key":"k"}')], {
        close: { at: 300, code: 4001, reason: 'Authentication failed' },
      }),
      title: /refused the login/,
    },
    {
      when: '1000 after a message that is too large',
      facts: v0Joined([sent(1_000, LARGE)], { close: { at: 1_500, code: 1000 } }),
      title: /more than 4 MiB/,
      evidence: [/a message of 4194305 characters/],
    },
    {
      when: '1000 after a ping that the page did not answer',
      facts: v0Joined([received(25_000, '2')], { close: { at: 45_000, code: 1000 } }),
      severity: 'warning',
      title: /did not answer its ping/,
      evidence: [/heartbeat of the server was not answered in the 20 s/],
    },
  ],
  staysSilent: [
    { when: 'on a code that it does not know', facts: v1([], { close: { at: 120, code: 4999 } }) },
    { when: 'on 1000 that nothing preceded', facts: v0Joined([], { close: { at: 1_500, code: 1000 } }) },
    {
      when: 'on 1000 long after a large message',
      facts: v0Joined([sent(1_000, LARGE)], { close: { at: 90_000, code: 1000 } }),
    },
    {
      when: 'when the page itself closed',
      facts: v1([], {
        closeCall: { at: 100, readyState: 1, code: 4004 },
        close: { at: 120, code: 4004 },
      }),
    },
    {
      when: 'at an address that no profile knows',
      facts: { openAt: 50, close: { at: 120, code: 4004, reason: 'Conversation not found' } },
    },
    {
      when: 'on 1013 at V0, where the profile has no meaning for it',
      facts: v0Joined([], { close: { at: 900, code: 1013 } }),
    },
  ],
});
