import type { ClientReport } from './client-report';

/** One line for a person: the event, what it carries, and whether the client comes back. */
export function clientReportText({ namespace, event, reason, retrying, confidence }: ClientReport): string {
  const where = namespace === undefined || namespace === '/' ? '' : `${namespace}: `;
  const likely = confidence === 'likely' ? 'likely ' : '';
  const what =
    event === 'none'
      ? `no event, ${likely}a ${reason}`
      : `${likely}${event}${reason === '' ? '' : ` "${reason}"`}`;
  return `${where}${what}; ${RETRYING[retrying]}`;
}

const RETRYING: Readonly<Record<ClientReport['retrying'], string>> = {
  'by-itself': 'it reconnects by itself, unless `reconnection` is off',
  never: 'it does not reconnect until your page calls `connect()`',
  'with-next-connection': 'it asks again only over the next connection',
  unknown: 'whether it reconnects depends on which call closed it',
};
