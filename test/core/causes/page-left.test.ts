import { pageLeft } from '../../../core/causes/page-left';
import { describeCause } from '../../support/cause-table';
import { CLOSED_NORMALLY, STAYS_OPEN } from '../../support/connection-builder';

describeCause(pageLeft, {
  reports: [
    {
      when: 'a page that went away',
      facts: { ...STAYS_OPEN, pageGone: { at: 900, persisted: false } },
      evidence: [/The page went away before/],
    },
    {
      when: 'a page that closed its socket as it went',
      facts: {
        ...STAYS_OPEN,
        closeCall: { at: 899, readyState: 1, code: 1000 },
        pageGone: { at: 900, persisted: false },
      },
      title: /closed its socket and went away before the server had answered/,
    },
    {
      when: 'a page in the back/forward cache',
      facts: { ...STAYS_OPEN, pageGone: { at: 900, persisted: true } },
      evidence: [/back\/forward cache/],
    },
    {
      when: 'a page that went away while the socket was connecting',
      facts: { pageGone: { at: 40, persisted: false } },
      title: /while the socket was connecting/,
    },
    {
      when: "Chromium's words when it closes the sockets of a cached page",
      facts: {
        openAt: 50,
        errorAt: 900,
        close: { at: 900, code: 1006 },
        handshake: { source: 'network-log', status: 101, failure: 'Page entered Back-Forward Cache.' },
      },
      title: /went into the back\/forward cache, which closed its socket/,
      next: /Reconnect on `pageshow`/,
    },
    {
      when: 'a socket that Chromium ended when the page came back, without its words',
      facts: { openAt: 50, errorAt: 905, close: { at: 905, code: 1006 }, restoredAt: 900 },
      title: /went into the back\/forward cache, which closed its socket/,
      evidence: [/came back from the back\/forward cache/],
    },
    {
      when: 'the 1001 that Firefox gives a page on its way out',
      confidence: 'likely',
      facts: { openAt: 50, close: { at: 900, code: 1001 }, pageGone: { at: 910, persisted: false } },
      evidence: [/10 ms after the close/],
    },
    {
      when: 'as likely the error that Firefox gives a page whose handshake was not answered yet',
      facts: {
        errorAt: 900,
        close: { at: 900, code: 1006 },
        pageGone: { at: 905, persisted: false },
      },
      confidence: 'likely',
      title: /while the socket was connecting/,
    },
    {
      when: "it although Chromium's log has the end of the connection",
      facts: {
        ...STAYS_OPEN,
        pageGone: { at: 900, persisted: false },
        handshake: { source: 'network-log', status: 101 },
      },
    },
  ],
  staysSilent: [
    {
      when: "when Chromium's page was left right after the server had gone away: Chromium tells a leaving page nothing",
      facts: {
        openAt: 50,
        stack: '    at connect (https://h/app.js:1:1)',
        close: { at: 900, code: 1001 },
        pageGone: { at: 910, persisted: false },
      },
    },
    {
      when: 'when the server gave a reason for its 1001',
      facts: {
        openAt: 50,
        close: { at: 900, code: 1001, reason: 'shutting down' },
        pageGone: { at: 910, persisted: false },
      },
    },
    {
      when: 'when the socket was lost long after the page had come back',
      facts: { openAt: 50, errorAt: 90_000, close: { at: 90_000, code: 1006 }, restoredAt: 900 },
    },
    {
      when: 'when the socket had closed before',
      facts: { ...CLOSED_NORMALLY, pageGone: { at: 2_000, persisted: false } },
    },
    {
      when: 'when the handshake had been refused before',
      facts: {
        errorAt: 900,
        close: { at: 900, code: 1006 },
        handshake: { source: 'web-request', status: 403, failure: 'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED' },
        pageGone: { at: 905, persisted: false },
      },
    },
    { when: 'while the page is there', facts: STAYS_OPEN },
  ],
});
