import { handshakeUnauthorized } from '../../../core/causes/handshake-unauthorized';
import { describeCause } from '../../support/cause-table';
import {
  FAILED_FOR_PAGE,
  STAYS_OPEN,
  chromiumFailed,
  firefoxAnswered,
  withoutPage,
} from '../../support/connection-builder';

describeCause(handshakeUnauthorized, {
  reports: [
    {
      when: "Chromium's words for 401, which hold no number",
      facts: chromiumFailed('HTTP Authentication failed; no valid credentials available'),
      title: /401 \(Unauthorized\)/,
      evidence: [
        /Chromium's network log says: HTTP Authentication failed/,
        /The page saw close code 1006, reason empty, not clean/,
      ],
    },
    {
      when: 'the status 401 of Firefox',
      facts: firefoxAnswered(401),
      evidence: [/Firefox's request log says: HTTP 401/],
    },
    {
      when: "a worker's socket, which only the browser saw",
      facts: withoutPage(chromiumFailed('HTTP Authentication failed; no valid credentials available')),
    },
  ],
  staysSilent: [
    { when: 'on 403', facts: firefoxAnswered(403) },
    { when: 'while the socket is open', facts: STAYS_OPEN },
    { when: 'when the reason is blank', facts: chromiumFailed('') },
    { when: 'without a word of the browser', facts: FAILED_FOR_PAGE },
  ],
});
