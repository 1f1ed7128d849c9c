import type { EventOf } from '../capture/event';
import { registeredCode } from '../close-codes/registered';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf, found } from './reading/found';
import { whoClosed } from './reading/who-closed';
import { quoted } from './reading/words';

export const applicationCloseCode: Cause = {
  id: 'application-close-code',
  layer: 'close',
  severity: 'error',
  title: 'The connection was closed with a code of the application',
  explanation:
    'Codes from 4000 to 4999 belong to the application, those from 3000 to 3999 to libraries. The same number means different things in different ones, so only the documentation of this server can say what it means.',
  likelyCauses: [
    'The application ended the session for a reason of its own: often a login, a limit or a second session.',
  ],
  next: ["Look the code up in the application's documentation or source, and read the reason."],
  nextForUser: [
    'Reload the page and log in again; if it happens again, pass the code and the reason on to the people who run this application.',
  ],
  retry: 'unknown',
  needs: ['page-events'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    const { code, reason } = close;
    if (code < 3000 || code > 4999) return CLEAR;
    const closer = whoClosed(connection);
    const evidence = evidenceOf(connection);
    if (closer.by === 'page') {
      return found(evidence, {
        confidence: 'certain',
        severity: 'info',
        title: `Your page closed the connection with its own code ${code}${quoted(reason)}`,
        next: ['Look at the caller in the evidence: the page itself decided to close.'],
      });
    }
    const subject = closer.by === 'server' ? 'The server closed' : 'The connection was closed';
    return found(evidence, {
      confidence: 'certain',
      title: `${subject} with the application code ${code}${quoted(reason)}`,
      next: adviceFor(close),
    });
  },
};

/** IANA gives three numbers a meaning, but SockJS and Centrifugo had used the same ones before. */
function adviceFor({ code }: EventOf<'socket-close'>): readonly string[] {
  const known = registeredCode(code);
  if (known === undefined) return [];
  return [
    `IANA registers ${code} as "${known.name}", but libraries such as SockJS and Centrifugo use the number for something else: go by the library.`,
  ];
}
