import type { EventOf } from '../capture/event';
import { statusMeaning } from '../handshake/http-status';
import { engineIoAdvice, readEngineIoRefusal } from '../protocols/reading/engine-io-refusal';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { found } from './reading/found';
import { quoted } from './reading/words';

export const pollingFailed: Cause = {
  id: 'polling-failed',
  layer: 'transport',
  severity: 'error',
  title: 'A polling request of the connection failed',
  explanation:
    'Socket.IO began this connection with HTTP requests (long polling), and one of them was not answered with 200. The client gives the session up then and reports "transport error" (`xhr poll error`, `xhr post error`).',
  likelyCauses: [
    'The requests of one session reached different servers: the load balancer has no sticky sessions.',
    'The server does not allow this origin, or an `allowRequest` check refused it.',
    'The server, or a proxy before it, was restarted or is overloaded.',
  ],
  next: ['Open the request in the Network panel: the page cannot see more of it than stands here.'],
  nextForUser: ['Reload the page; if it fails again, pass this finding on.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { pollingFailures, pollingSocketId, transport } = connection;
    if (pollingSocketId === undefined) return NOT_APPLICABLE;
    const failure = pollingFailures.find(({ isAborted }) => isAborted !== true);
    if (failure === undefined || transport !== 'polling') return CLEAR;
    const refusal = failure.body === undefined ? undefined : readEngineIoRefusal(failure.body);
    const advice = refusal && engineIoAdvice(refusal);
    return found([{ source: failure.source, timeMs: failure.timeMs, text: describe(failure) }], {
      confidence: 'certain',
      title:
        failure.status === 0
          ? 'A polling request got no answer that the page may see'
          : `A polling request was answered ${failure.status} (${statusMeaning(failure.status).name})${quoted(refusal?.message ?? '')}`,
      next: advice === undefined ? noAnswerAdvice(failure) : [`The server says why. ${advice}`],
      ...(failure.status === 0 && { likelyCauses: WITHOUT_ANSWER }),
    });
  },
};

/** What answers with a status is there; sticky sessions and origins are not in question. */
const WITHOUT_ANSWER = [
  'The server is not running, or is just starting.',
  'It answered without the CORS headers that another origin needs: its `cors` option does not name the page.',
  'A proxy redirected the request to a log-in page of another origin.',
  'The network of the client is gone, or an extension or a firewall blocked the request.',
];

function describe({ method, status, body }: EventOf<'polling-failed'>): string {
  const answer = status === 0 ? 'no answer that the page may see' : `HTTP ${status}`;
  const said = body === undefined || body === '' ? '' : `: ${body.slice(0, 300)}`;
  return `The ${method} poll got ${answer}${said}`;
}

function noAnswerAdvice({ status }: EventOf<'polling-failed'>): string[] {
  if (status !== 0) return [];
  return [
    'See whether the server runs, then look at the console: a refused connection, an answer without CORS headers and a lost network all look the same to the page.',
  ];
}
