import type { Cause } from './cause';
import { rulingForFailure } from './reading/failure-ruling';

export const connectionRefused: Cause = {
  id: 'connection-refused',
  layer: 'transport',
  severity: 'error',
  title: 'Nothing listens at this host and port',
  explanation:
    'The TCP connection was turned away before any HTTP was spoken. The page may not know that: to it, this is close code 1006 like every other failure.',
  likelyCauses: [
    'The server is not running, or still starting.',
    'The port or host in the URL is wrong: `localhost` means the machine of the browser, not of the server.',
    'A container does not publish the port.',
    'A firewall rejects connections to this port.',
  ],
  next: [
    'Try the port from the machine of the browser, with curl for example.',
    'Reconnect with a growing, random delay: it succeeds once the server is up.',
  ],
  nextForUser: [
    'Wait a minute and reload: the server may be restarting.',
    'Check that the address in the address bar is the right one.',
  ],
  retry: 'can-succeed',
  needs: ['browser-log'],
  diagnose(connection) {
    const ruling = rulingForFailure(connection, 'refused');
    // The general title is the shorter one, and says the same.
    return ruling.verdict === 'found' ? { ...ruling, title: connectionRefused.title } : ruling;
  },
};
