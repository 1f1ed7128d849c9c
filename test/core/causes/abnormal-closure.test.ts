import { describe, expect, it } from 'vitest';
import { abnormalClosure } from '../../../core/causes/abnormal-closure';
import { describeCause } from '../../support/cause-table';
import { diagnoseConnection } from '../../../core/diagnose';
import {
  buildConnection,
  FAILED_FOR_PAGE,
  STAYS_OPEN,
  type ConnectionFacts,
} from '../../support/connection-builder';
import { networkChanged } from '../../support/lifecycle';

const CUT: ConnectionFacts = { openAt: 50, close: { at: 9_000, code: 1006 } };
const ERROR_FIRST: ConnectionFacts = { ...CUT, errorAt: 9_000 };
/** `exp` is 1 700 000 060, a minute after the start. */
const TOKEN = `eyJhbGciOiJub25lIn0.${btoa('{"exp":1700000060}').replaceAll('=', '')}.x`;
const sentBefore = (text: string): ConnectionFacts => ({
  ...CUT,
  messages: [
    { at: 500, direction: 'in', text: 'hi' },
    { at: 8_800, direction: 'out', text },
  ],
});

describeCause(abnormalClosure, {
  reports: [
    {
      when: 'an error that comes after the close as none before it',
      facts: { ...CUT, errorAt: 9_050 },
      evidence: [/No error event came before/],
    },
    {
      when: 'it when messages prove that the socket had opened',
      facts: { messages: [{ at: 500, direction: 'in', text: 'hi' }], close: { at: 900, code: 1006 } },
      evidence: [/It ended 900 ms after it was created/],
    },
    {
      when: 'a transport that went away without an error',
      facts: CUT,
      title: /cut without a Close frame/,
      evidence: [/It had been open for 8.9 s/, /No error event came before/],
      hypotheses: [],
    },
    {
      when: 'as likely an error before the close where Firefox leaves two readings',
      facts: { ...ERROR_FIRST, handshake: { source: 'web-request', status: 101 } },
      confidence: 'likely',
      title: /with an error and without a Close frame/,
      next: /TCP reset, or that the browser rejected/,
    },
    { when: 'as likely the same in an unknown browser', facts: ERROR_FIRST, confidence: 'likely' },
    {
      when: "the end of Vite's server, which sends no Close frame, as likely",
      facts: { ...CUT, protocols: ['vite-hmr'], accepted: 'vite-hmr' },
      hypotheses: [/^The development server stopped or restarts/],
    },
    {
      when: 'a cut in the middle of a close',
      facts: { ...CUT, closeCall: { at: 8_000, readyState: 1, code: 1000 } },
      title: /cut while your page was closing it/,
    },
    {
      when: 'a silence that fits a known idle time-out, as possible',
      facts: {
        openAt: 50,
        messages: [{ at: 1_000, direction: 'in', text: 'hi' }],
        close: { at: 61_200, code: 1006 },
      },
      evidence: [/last message came 60.2 s before the end/],
      hypotheses: [/idle time-out of 60 s on the way: the default of nginx/],
    },
    {
      when: 'a lifetime that fits a known limit, as possible',
      facts: {
        openAt: 50,
        messages: [{ at: 299_000, direction: 'in', text: 'hi' }],
        close: { at: 300_100, code: 1006 },
      },
      hypotheses: [/longest lifetime of 5 min: the limit of Google Cloud Run/],
    },
    {
      when: 'the expiry of its token as likelier than what is only possible',
      facts: {
        url: `wss://example.test/socket?token=${TOKEN}`,
        openAt: 50,
        messages: [{ at: 1_000, direction: 'in', text: 'hi' }],
        close: { at: 61_000, code: 1006 },
      },
      hypotheses: [/whose token has expired/, /idle time-out of 60 s/],
    },
    {
      when: 'another estimate of the speed as possible',
      facts: { ...CUT, more: { surroundings: [networkChanged(8_000, { effectiveType: '3g' })] } },
      hypotheses: [/network of the client changed/],
    },
    {
      when: 'a last message as possible',
      facts: sentBefore('boom'),
      hypotheses: [/crashed on the last message/],
    },
    {
      when: 'a large last message as possible',
      facts: sentBefore('x'.repeat(70_000)),
      hypotheses: [/larger than something on the way allows/],
    },
    {
      when: "unknown words of Chromium's log with the close code",
      facts: { ...CUT, handshake: { source: 'network-log', status: 101, failure: 'Something new' } },
      evidence: [/Chromium's network log says: Something new/],
    },
  ],
  staysSilent: [
    { when: 'when the socket never opened', facts: FAILED_FOR_PAGE },
    {
      when: 'on a 1006 that a server sent',
      facts: { openAt: 50, close: { at: 900, code: 1006, wasClean: true } },
    },
    { when: 'on 1005', facts: { openAt: 50, close: { at: 900, code: 1005 } } },
    { when: 'while the socket is open', facts: STAYS_OPEN },
  ],
});

describe('the likely causes of a cut', () => {
  const firstOf = (url: string) => diagnoseConnection(buildConnection({ ...CUT, url }))[0]?.likelyCauses[0];

  it.each(['ws://localhost:5173/', 'ws://app.localhost/', 'ws://127.0.0.1:8080/', 'ws://[::1]/'])(
    'begin with the server where no network lies between: %s',
    (url) => expect(firstOf(url)).toMatch(/^The server process crashed, was killed or restarted/),
  );
  it.each(['wss://example.test/', 'ws://10.0.0.1/', 'ws://localhost.example.test/'])(
    'begin with what stands between elsewhere: %s',
    (url) => expect(firstOf(url)).toMatch(/^A proxy or load balancer/),
  );
});
