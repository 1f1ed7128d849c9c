import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf, found } from './reading/found';
import { isLiteralReservedCode } from './reading/literal-code';
import { namespaceEnd } from './reading/namespace-end';
import { didOpen } from './reading/opened';
import { closerTitle, whoClosed } from './reading/who-closed';

const PAGE_CALLED = 'The page, or a client library such as Socket.IO, called `close()` without arguments.';

export const closedWithoutCode: Cause = {
  id: 'closed-without-code',
  layer: 'close',
  severity: 'warning',
  title: 'The connection was closed without a code',
  explanation:
    'The Close frame carried no code, which the page sees as 1005. It is a regular end of the connection, by someone who gave no reason.',
  likelyCauses: [
    PAGE_CALLED,
    'The server closed without a code: some do so after a missed ping or for a session they do not know.',
  ],
  next: ['Look at the messages just before the end: they often hold the reason that the code lacks.'],
  nextForUser: ['If the page does not come back by itself, reload it.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection, { wire }) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    if (close.code !== 1005 || isLiteralReservedCode(close) || !didOpen(connection)) return CLEAR;
    const closer = whoClosed(connection);
    return (
      namespaceEnd(connection, wire) ??
      found(evidenceOf(connection), {
        confidence: 'certain',
        title: `${closerTitle(closer)} without a code`,
        ...(closer.by === 'page' ? { severity: 'info', likelyCauses: [PAGE_CALLED] } : {}),
      })
    );
  },
};
