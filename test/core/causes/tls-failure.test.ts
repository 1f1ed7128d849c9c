import { tlsFailure } from '../../../core/causes/tls-failure';
import { describeCause } from '../../support/cause-table';
import {
  FAILED_FOR_PAGE,
  chromiumFailed,
  firefoxFailed,
  withoutPage,
} from '../../support/connection-builder';

describeCause(tlsFailure, {
  reports: [
    {
      when: 'a certificate that Chromium does not trust',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID'),
      title: /self-signed/,
    },
    {
      when: 'an expired one',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CERT_DATE_INVALID'),
      title: /expired/,
    },
    {
      when: 'a wss:// socket to a plain port',
      facts: chromiumFailed('Error in connection establishment: net::ERR_SSL_PROTOCOL_ERROR'),
      next: /Use ws:\/\/ for a plain port/,
    },
    {
      when: 'a certificate error that the table does not list',
      facts: chromiumFailed('net::ERR_CERT_BRAND_NEW'),
      title: /does not accept the certificate/,
    },
    {
      when: "Firefox's sentence together with its close code 1015",
      facts: {
        ...firefoxFailed('The certificate is not trusted because it is self-signed.'),
        close: { at: 100, code: 1015, wasClean: false },
      },
      evidence: [/self-signed/, /close code 1015/],
    },
    {
      when: "Firefox's sentence in another language, as likely: only the code makes it certain",
      facts: withoutPage(
        firefoxFailed('Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.'),
      ),
      confidence: 'likely',
    },
    {
      when: 'close code 1015 before the socket opened, without a word of the browser',
      facts: { errorAt: 90, close: { at: 90, code: 1015, wasClean: false } },
      title: /TLS could not be set up/,
    },
  ],
  staysSilent: [
    {
      when: 'on 1015 after the socket had opened: that one a server sent',
      facts: { openAt: 5, close: { at: 9, code: 1015 } },
    },
    {
      when: 'on a sentence in a recording, which may be of any browser',
      facts: { hasPage: false, handshake: { source: 'file', failure: 'Something else.' } },
    },
    { when: "on Firefox's constants", facts: firefoxFailed('NS_ERROR_UNKNOWN_HOST') },
    { when: 'when the handshake failed with 1006 and no reason', facts: FAILED_FOR_PAGE },
  ],
});
