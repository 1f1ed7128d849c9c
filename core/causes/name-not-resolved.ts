import type { Cause } from './cause';
import { rulingForFailure } from './reading/failure-ruling';

export const nameNotResolved: Cause = {
  id: 'name-not-resolved',
  layer: 'transport',
  severity: 'error',
  title: 'The host name could not be resolved',
  explanation:
    'The browser found no address for the host in the URL, so it never contacted a server. The page may not know that: it gets close code 1006.',
  likelyCauses: [
    'The host name is misspelled, or its DNS record is missing.',
    'The name exists only inside a VPN or company network.',
    'This machine is offline or its DNS server does not answer.',
  ],
  next: [
    'Resolve the name on the machine of the browser (nslookup, dig).',
    'For one name per tenant or session, check the wildcard record.',
  ],
  nextForUser: ['Check the spelling of the address, your internet connection, and whether you need a VPN.'],
  retry: 'change-first',
  needs: ['browser-log'],
  diagnose: (connection) => rulingForFailure(connection, 'name-not-resolved'),
};
