import { describe, expect, it } from 'vitest';
import { diagnoseConnection } from '../../../core/diagnose';
import { handshakeFailed } from '../../../core/causes/handshake-failed';
import { describeCause } from '../../support/cause-table';
import {
  buildConnection,
  FAILED_FOR_PAGE,
  chromiumFailed,
  type ConnectionFacts,
} from '../../support/connection-builder';
import { online } from '../../support/lifecycle';

describeCause(handshakeFailed, {
  reports: [],
  staysSilent: [
    {
      when: 'when the browser gave a reason',
      facts: chromiumFailed('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
    },
    { when: 'when the socket had opened', facts: { openAt: 5, close: { at: 9, code: 1006 } } },
    { when: 'while it is connecting', facts: {} },
  ],
  cannotTell: [
    {
      when: 'the reason when DevTools was closed',
      facts: FAILED_FOR_PAGE,
      missing: /DevTools was not open.*Reload the page with DevTools open/,
    },
    {
      when: 'the reason when it has not arrived',
      facts: { ...FAILED_FOR_PAGE, browserLogWatched: true },
      missing: /no entry for this socket has arrived/,
    },
    {
      when: 'the reason when the record of the browser is empty',
      facts: { ...FAILED_FOR_PAGE, handshake: { source: 'file' } },
      missing: /The browser's own reason/,
    },
    {
      when: 'why an error came without a close event',
      facts: { errorAt: 3 },
      missing: /Content-Security-Policy/,
    },
    {
      when: 'what became of a request in a recording',
      facts: { hasPage: false, handshake: { source: 'file' } },
      missing: /the recording holds neither/,
    },
  ],
});

describe('what handshake-failed leaves open', () => {
  const titles = (facts: ConnectionFacts) =>
    diagnoseConnection(buildConnection(facts))[0]?.hypotheses.map(({ title }) => title);
  const failedAfter = (at: number, more: ConnectionFacts = {}): ConnectionFacts => ({
    errorAt: at,
    close: { at, code: 1006 },
    ...more,
  });

  it('has an answer of the server as possible after a round trip', () => {
    expect(titles(failedAfter(120))).toEqual([expect.stringMatching(/another status than 101/)]);
  });

  it('has a handshake that nobody answered as possible after the time-outs of both browsers', () => {
    expect(titles(failedAfter(20_050))).toEqual([expect.stringMatching(/Firefox waits 20 s/)]);
    expect(titles(failedAfter(240_100))).toEqual([expect.stringMatching(/Chromium waits 240 s/)]);
  });

  it('has the local network as possible where a public page fails at once', () => {
    expect(titles(failedAfter(8, { url: 'ws://192.168.1.7:9000/' }))).toEqual([
      expect.stringMatching(/may not reach the local network/),
    ]);
    expect(titles(failedAfter(8, { url: 'wss://example.test/' }))).toEqual([]);
  });

  it('has a lost network as likely, and first', () => {
    const facts = failedAfter(120, { more: { surroundings: [online(50, false)] } });
    expect(titles(facts)?.[0]).toMatch(/had no network/);
  });
});
