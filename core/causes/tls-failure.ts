import type { Connection } from '../capture/connection';
import type { Cause, Ruling } from './cause';
import { rulingForFailure } from './reading/failure-ruling';
import { evidenceOf, found } from './reading/found';

export const tlsFailure: Cause = {
  id: 'tls-failure',
  layer: 'transport',
  severity: 'error',
  title: 'TLS could not be set up',
  explanation:
    'The browser does not accept the certificate, or the port does not speak TLS. For a page there is a warning that the user can click away; for a WebSocket there is none, the socket just fails with close code 1006 (Firefox: 1015).',
  likelyCauses: [
    'The certificate is self-signed or its chain is incomplete.',
    'The certificate has expired, or is for another host name.',
    'A wss:// URL points to a port that speaks plain HTTP.',
    'A company proxy or virus scanner intercepts TLS.',
  ],
  next: [
    'Open the same host and port with https:// in a tab and read what the browser says about the certificate.',
    'Renew the certificate or install its whole chain on the server.',
  ],
  nextForUser: [
    'Check the date and time of your machine. If they are right, pass this finding on to the people who run the server.',
  ],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose(connection) {
    const bySight = rulingForTlsCode(connection);
    // Firefox words TLS failures in the user's language: only its close code makes such a sentence certain.
    const isSentence = connection.handshake?.source === 'web-request';
    const ruling = rulingForFailure(
      connection,
      'tls',
      isSentence && bySight === undefined ? 'likely' : 'certain',
    );
    return ruling.verdict === 'found' ? ruling : (bySight ?? ruling);
  },
};

/** Before `open` no server can have sent a code: Firefox 153 itself reports 1015 for a certificate it rejects. */
function rulingForTlsCode(connection: Connection): Ruling | undefined {
  if (connection.open !== undefined || connection.close?.code !== 1015) return undefined;
  return found(evidenceOf(connection), { confidence: 'certain' });
}
