import { webTransportClosed } from '../../../core/causes/webtransport-closed';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY } from '../../support/connection-builder';
import { webTransport } from '../../support/other-transports';

const LOST = { name: 'WebTransportError', message: 'Connection lost.' };

describeCause(webTransportClosed, {
  reports: [
    {
      when: 'a session that could not be set up',
      facts: webTransport({ end: { error: LOST } }),
      title: /could not be set up/,
      evidence: [/WebTransportError: Connection lost/],
    },
    {
      when: 'a session that was lost',
      facts: webTransport({ openAt: 50, end: { error: LOST } }),
      title: /was lost/,
    },
    {
      when: 'a code of the server, which is no WebSocket close code',
      facts: webTransport({ openAt: 50, end: { closeCode: 4_001, reason: 'bye' } }),
      severity: 'warning',
      title: /^The server closed .* code 4001: "bye"/,
    },
    {
      when: 'an end that the page asked for',
      facts: webTransport({ openAt: 50, closeCall: { at: 800, readyState: 1 }, end: { closeCode: 0 } }),
      severity: 'info',
      title: /^The page closed/,
    },
  ],
  staysSilent: [
    { when: 'while the session lives', facts: webTransport({ openAt: 50 }) },
    { when: 'about a WebSocket', facts: CLOSED_NORMALLY },
  ],
});
