import { profileHandshakeStatus } from '../../../core/causes/profile-handshake-status';
import { describeCause } from '../../support/cause-table';
import { chromiumFailed, firefoxAnswered } from '../../support/connection-builder';
import { v0Url, v1Url } from '../../support/openhands/frames';

const FORBIDDEN = chromiumFailed('Error during WebSocket handshake: Unexpected response code: 403');

describeCause(profileHandshakeStatus, {
  reports: [
    {
      when: '403 of the agent server with a key: the key is what is left',
      facts: { ...FORBIDDEN, url: v1Url() },
      confidence: 'likely',
      title: /refused the session key \(403\)/,
      evidence: [/403/],
    },
    {
      when: 'the same from Firefox, which sees the status',
      facts: { ...firefoxAnswered(403), url: v1Url() },
      confidence: 'likely',
      title: /refused the session key \(403\)/,
    },
    {
      when: '403 where the id is no UUID',
      facts: { ...FORBIDDEN, url: v1Url(undefined, 'my-conversation') },
      title: /the id in the address is no UUID/,
    },
    {
      when: '403 where a prefix stands before the path',
      facts: { ...FORBIDDEN, url: v1Url().replace('/sockets', '/runtime/sockets') },
      confidence: 'likely',
      title: /a prefix that it does not know/,
    },
    {
      when: '400 of Engine.IO: the upgrade was stripped',
      facts: {
        ...chromiumFailed('Error during WebSocket handshake: Unexpected response code: 400'),
        url: v0Url(),
      },
      title: /something stripped the upgrade/,
    },
    {
      when: 'a port without TLS',
      facts: {
        ...chromiumFailed('Error in connection establishment: net::ERR_SSL_PROTOCOL_ERROR'),
        url: v1Url(),
      },
      confidence: 'likely',
      title: /most likely speaks none/,
    },
  ],
  staysSilent: [
    { when: 'at an address that no profile knows', facts: FORBIDDEN },
    { when: 'on a status without a meaning of its own', facts: { ...firefoxAnswered(418), url: v1Url() } },
    {
      when: 'on a certificate that is not trusted: that says itself what it is',
      facts: {
        ...chromiumFailed('Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID'),
        url: v1Url(),
      },
    },
    { when: 'once it was open', facts: { url: v1Url(), openAt: 50 } },
    {
      when: 'where only the page saw it',
      facts: { url: v1Url(), errorAt: 90, close: { at: 90, code: 1006 } },
    },
  ],
});
