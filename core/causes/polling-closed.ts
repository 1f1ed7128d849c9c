import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { found } from './reading/found';
import { serverDisconnect } from './reading/socket-io-connects';

export const pollingClosed: Cause = {
  id: 'polling-closed',
  layer: 'close',
  severity: 'info',
  title: 'The polling session was closed',
  explanation:
    'The connection lived on HTTP requests (long polling), and one side ended it with the CLOSE packet (1) of Engine.IO. There is no close code: polling has none.',
  likelyCauses: ['The page disconnected, or its component went away.', 'The server ended the session.'],
  next: ['Nothing, where the side that closed meant to.'],
  nextForUser: ['Nothing.'],
  retry: 'not-needed',
  needs: ['page-events'],
  diagnose(connection, { wire }) {
    const { pollingFailures, pollingSocketId, sessionEnd } = connection;
    if (pollingSocketId === undefined) return NOT_APPLICABLE;
    const aborted = pollingFailures.find(({ isAborted }) => isAborted === true);
    if (sessionEnd !== undefined) {
      const who = sessionEnd.direction === 'in' ? 'server' : 'page';
      const { source, timeMs } = sessionEnd;
      const isForced = who === 'server' || serverDisconnect(wire) !== undefined;
      return found([{ source, timeMs, text: `The ${who} sent Engine.IO's CLOSE packet (1)` }], {
        confidence: 'certain',
        severity: isForced ? 'warning' : 'info',
        title:
          who === 'server' ? 'The server closed the polling session' : 'The page closed the polling session',
      });
    }
    if (aborted === undefined) return CLEAR;
    const { source, timeMs } = aborted;
    return found([{ source, timeMs, text: 'The page itself aborted the request that was waiting' }], {
      confidence: 'certain',
      title: 'The page gave the polling session up',
    });
  },
};
