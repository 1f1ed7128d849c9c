import { profileAnswer } from '../../../core/causes/profile-answer';
import { describeBesideCause } from '../../support/beside-table';
import { answered, polledWith } from '../../support/openhands/answers';
import { v0Url } from '../../support/openhands/frames';

describeBesideCause(profileAnswer, {
  reports: [
    {
      when: 'the words of an answer to a question of the user',
      facts: answered(401, '{"error":"ExpiredError"}'),
      sign: 'auth-expired',
      severity: 'error',
      evidence: [/^HTTP 401 with \{"error":"ExpiredError"\}$/],
    },
    {
      when: 'the words of an answer to a poll',
      facts: polledWith(400, '"Invalid transport"'),
      sign: 'c-02-engine-io-words',
      severity: 'error',
    },
    {
      when: 'a status that says it all, without a body',
      facts: answered(429, ''),
      sign: 'auth-too-many-requests',
      severity: 'warning',
      evidence: [/^HTTP 429 with no body$/],
    },
  ],
  staysSilent: [
    { when: 'on words that the profile does not know', facts: answered(401, '{"error":"OtherError"}') },
    { when: 'on known words under another status', facts: answered(200, '{"error":"ExpiredError"}') },
    { when: 'where nobody asked', facts: { url: v0Url(), openAt: 50 } },
    {
      when: 'at an address that no profile knows',
      facts: { ...answered(401, '{"error":"ExpiredError"}'), url: 'wss://example.test/' },
    },
  ],
});
