import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../core/bundle/read';
import { reportOn } from '../../../core/report';

/** Files as browsers wrote them, kept for ever: what was once read must stay readable, and mean the same. */
function causesOf(name: string): string[] {
  const text = readFileSync(new URL(`../../fixtures/har/${name}`, import.meta.url), 'utf8');
  const recording = readRecording(text);
  if (!recording.ok) throw new Error(recording.problem);
  return reportOn(recording.value.events).connections.map(({ url, findings }) => {
    const { pathname } = new URL(url);
    return `${pathname}: ${findings.map(({ cause, verdict }) => `${cause} (${verdict})`).join(', ')}`;
  });
}

describe('a HAR file as a browser wrote it', () => {
  it('of Chromium 156 names every failure, and no close', () => {
    expect(causesOf('chromium-156.har')).toEqual([
      '/close/1000: close-not-recorded (cannot-tell)',
      '/close/4401: close-not-recorded (cannot-tell)',
      '/drop/fin: close-not-recorded (cannot-tell)',
      '/frame/reserved-bits: protocol-violation (found)',
      '/frame/bad-utf8: protocol-violation (found)',
      '/status/401/bare: handshake-unauthorized (found)',
      '/status/403: handshake-forbidden (found)',
      '/status/404: handshake-not-found (found)',
      '/status/502: handshake-server-error (found)',
      '/status/302: handshake-rejected (found)',
      '/refused: connection-refused (found)',
      '/: name-not-resolved (found)',
      '/echo/self-signed: tls-failure (found)',
      '/handshake/bad-accept: invalid-handshake-response (found)',
      '/handshake/empty: handshake-connection-lost (found)',
      '/echo/cancelled: cancelled-by-page (found)',
      '/socket.io/refused/: profile-refusal (found)',
      '/sockets/events/11111111111111111111111111111111: profile-handshake-status (found)',
      '/sockets/events/11111111111111111111111111111111: profile-handshake-status (found)',
      '/sockets/events/11111111111111111111111111111111: profile-handshake-status (found)',
    ]);
  });

  it('of Firefox 153 names the statuses, which is all that it records', () => {
    expect(causesOf('firefox-153.har')).toEqual([
      '/close/1000: close-not-recorded (cannot-tell)',
      '/close/4401: close-not-recorded (cannot-tell)',
      '/drop/fin: close-not-recorded (cannot-tell)',
      '/frame/reserved-bits: close-not-recorded (cannot-tell)',
      '/frame/bad-utf8: close-not-recorded (cannot-tell)',
      '/status/401/bare: handshake-unauthorized (found)',
      '/status/403: handshake-forbidden (found)',
      '/status/404: handshake-not-found (found)',
      '/status/502: handshake-server-error (found)',
      '/status/302: handshake-rejected (found)',
      '/refused: handshake-failed (cannot-tell)',
      '/: handshake-failed (cannot-tell)',
      '/echo/self-signed: handshake-failed (cannot-tell)',
      // A wrong Sec-WebSocket-Accept looks like any 101 there.
      '/handshake/bad-accept: close-not-recorded (cannot-tell)',
      '/handshake/empty: handshake-failed (cannot-tell)',
      '/socket.io/refused/: close-not-recorded (cannot-tell)',
      '/sockets/events/11111111111111111111111111111111: profile-handshake-status (found)',
      '/sockets/events/11111111111111111111111111111111: profile-handshake-status (found)',
    ]);
  });
});
