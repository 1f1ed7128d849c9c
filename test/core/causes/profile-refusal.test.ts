import { profileRefusal } from '../../../core/causes/profile-refusal';
import { describeCause } from '../../support/cause-table';
import { LET_IN, OPENING, received, sent, v0, v0Refused, v0Url } from '../../support/openhands/frames';

const REFUSED = '44{"message":"invalid_session_api_key"}';

describeCause(profileRefusal, {
  reports: [
    {
      when: 'the words of the server in the words of the profile, whatever close code follows',
      facts: v0Refused(REFUSED),
      title: /^OpenHands refuses the session key$/,
      evidence: [/The server sent CONNECT refused: invalid_session_api_key/, /close code 1005/],
      next: /SESSION_API_KEY/,
    },
    {
      when: 'while the client has not closed yet',
      facts: v0([received(300, REFUSED)]),
      title: /refuses the session key/,
    },
    {
      when: 'the newest of two refusals',
      facts: v0([
        received(300, '44{"message":"Failed to join conversation"}'),
        sent(400, '40'),
        received(500, REFUSED),
      ]),
      title: /session key/,
    },
  ],
  staysSilent: [
    { when: 'on words that the profile does not know', facts: v0Refused('44{"message":"out of tea"}') },
    {
      when: 'when a second attempt over the same socket got in',
      facts: v0([received(90, REFUSED), sent(100, '40'), LET_IN]),
    },
    {
      when: 'at an address that no profile knows',
      facts: {
        url: v0Url({ conversation_id: undefined, latest_event_id: undefined }),
        openAt: 50,
        messages: [...OPENING, received(300, REFUSED)],
      },
    },
    { when: 'on the same text from the client', facts: v0([sent(300, REFUSED)]) },
  ],
});
