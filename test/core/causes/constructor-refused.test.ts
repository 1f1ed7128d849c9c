import { constructorRefused } from '../../../core/causes/constructor-refused';
import { describeCause } from '../../support/cause-table';
import { FAILED_FOR_PAGE, chromiumFailed, withoutPage } from '../../support/connection-builder';

describeCause(constructorRefused, {
  reports: [
    {
      when: 'mixed content',
      facts: {
        threw: {
          name: 'SecurityError',
          message: 'An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.',
        },
      },
      title: /An https:\/\/ page may not open a ws:\/\/ socket/,
      evidence: [/new WebSocket\("wss:\/\/example.test\/socket"\) threw SecurityError: An insecure/],
    },
    {
      when: 'a wrong scheme in Chromium',
      facts: {
        threw: {
          name: 'SyntaxError',
          message: "The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. 'ftp' is not allowed.",
        },
      },
      title: /wrong scheme/,
    },
    {
      when: 'a fragment in Chromium',
      facts: { threw: { name: 'SyntaxError', message: "The URL contains a fragment identifier ('frag')." } },
      title: /fragment/,
    },
    {
      when: 'a subprotocol in Chromium',
      facts: { threw: { name: 'SyntaxError', message: "The subprotocol 'a b' is invalid." } },
      title: /^A subprotocol/,
    },
    {
      when: "Firefox's one text for all of these, without guessing which",
      facts: { threw: { name: 'SyntaxError', message: 'An invalid or illegal string was specified' } },
      title: /^The URL or a subprotocol is not valid$/,
    },
    {
      when: 'any other exception by its own words',
      facts: { threw: { name: 'TypeError', message: '1 argument required' } },
      evidence: [/TypeError: 1 argument required/],
    },
  ],
  staysSilent: [
    { when: 'when the constructor returned', facts: FAILED_FOR_PAGE },
    { when: 'when only the browser was watched', facts: withoutPage(chromiumFailed('')) },
  ],
});
