import { pollingFailed } from '../../../core/causes/polling-failed';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { polling } from '../../support/other-transports';

describeCause(pollingFailed, {
  reports: [
    {
      when: 'a session that the server does not know, which is what missing sticky sessions look like',
      facts: polling({
        failure: { at: 400, status: 400, body: '{"code":1,"message":"Session ID unknown"}' },
      }),
      title: /answered 400 \(Bad Request\): "Session ID unknown"/,
      evidence: [/GET poll got HTTP 400: \{"code":1/],
      next: /sticky sessions/,
    },
    {
      when: 'a client that the server does not allow, in the bare string of python-engineio',
      facts: polling({ failure: { at: 400, status: 400, body: '"Not an accepted origin"' } }),
      title: /"Not an accepted origin"/,
    },
    {
      when: 'an answer of somebody else',
      facts: polling({ failure: { at: 400, status: 502, body: '<html>nginx</html>' } }),
      title: /answered 502/,
      likely: [/sticky sessions/, /allowRequest/, /restarted or is overloaded/],
      evidence: [/<html>nginx/],
    },
    {
      when: 'no answer at all',
      facts: polling({ failure: { at: 400, status: 0 } }),
      title: /no answer that the page may see/,
      next: /CORS/,
      likely: [/^The server is not running/, /CORS/, /log-in page/, /network of the client/],
    },
  ],
  staysSilent: [
    {
      when: 'about a request that the page aborted',
      facts: polling({ failure: { at: 400, status: 0, isAborted: true } }),
    },
    { when: 'while polling works', facts: polling({}) },
    {
      when: 'once a WebSocket has taken over',
      facts: polling({ transport: 'websocket', failure: { at: 400, status: 400 } }),
    },
    { when: 'about a plain WebSocket', facts: CLOSED_NORMALLY },
  ],
});
