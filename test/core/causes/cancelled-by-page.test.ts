import { cancelledByPage } from '../../../core/causes/cancelled-by-page';
import { describeCause } from '../../support/cause-table';
import {
  CLOSED_NORMALLY,
  FAILED_FOR_PAGE,
  chromiumFailed,
  firefoxAnswered,
  withoutPage,
} from '../../support/connection-builder';

describeCause(cancelledByPage, {
  reports: [
    {
      when: 'it although Firefox has a 101 that the page has not heard of',
      facts: { closeCall: { at: 90, readyState: 0 }, handshake: { source: 'web-request', status: 101 } },
    },
    {
      when: 'close() while connecting, without a word of the browser',
      facts: {
        ...FAILED_FOR_PAGE,
        closeCall: { at: 90, readyState: 0, stack: 'Error\n    at unmount (https://a.test/app.js:3:9)' },
      },
      title: /Your page closed the socket before it had opened/,
      evidence: [/The page called close\(\) while connecting, from unmount \(https:\/\/a.test\/app.js:3:9\)/],
    },
    {
      when: 'it before the failure that follows has arrived',
      facts: { closeCall: { at: 90, readyState: 0 } },
    },
    {
      when: 'it although the reason is blank: the call explains the failure',
      facts: { ...chromiumFailed(''), closeCall: { at: 90, readyState: 0 } },
    },
    {
      when: "Chromium's words about a socket of a worker",
      facts: withoutPage(chromiumFailed('WebSocket is closed before the connection is established.')),
      evidence: [/closed before the connection is established/],
    },
    {
      when: 'as a warning a page that gave up after a long wait',
      facts: { errorAt: 20_000, close: { at: 20_000, code: 1006 }, closeCall: { at: 20_000, readyState: 0 } },
      severity: 'warning',
      title: /gave up on the socket after 20 s of connecting/,
      next: /does not answer/,
    },
  ],
  staysSilent: [
    {
      when: 'when close() threw',
      facts: {
        ...FAILED_FOR_PAGE,
        closeCall: { at: 90, readyState: 0, code: 1, error: { name: 'InvalidAccessError', message: 'no' } },
      },
    },
    {
      when: 'when close() came after open',
      facts: { ...CLOSED_NORMALLY, closeCall: { at: 900, readyState: 1 } },
    },
    {
      when: 'when close() came after the failure',
      facts: { ...FAILED_FOR_PAGE, closeCall: { at: 200, readyState: 3 } },
    },
    {
      when: 'when the server had answered 403',
      facts: { ...firefoxAnswered(403), closeCall: { at: 90, readyState: 0 } },
    },
    { when: 'when the handshake failed by itself', facts: FAILED_FOR_PAGE },
  ],
});
