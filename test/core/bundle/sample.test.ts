import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecording } from '../../../core/bundle/read';
import { reportOn } from '../../../core/report';

/** The sample that people open first: it must say what it said when it was recorded (test/support/demo/record-sample.ts). */
const written = readFileSync(
  new URL('../../../entrypoints/panel/sample.hangup.json', import.meta.url),
  'utf8',
);

function readSample() {
  const read = readRecording(written);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

describe('the sample', () => {
  const { connections, chains } = reportOn(readSample().events);

  test('has a finding of each kind that it was made for, and links that are well', () => {
    const told = connections.map(({ url, findings }) => {
      const [, path = ''] = /^ws:\/\/[^/]+\/([\w.-]+)/.exec(url) ?? [];
      return `${path}: ${findings.map(({ cause, verdict }) => `${cause} (${verdict})`).join(', ')}`;
    });
    const counts = new Map<string, number>();
    for (const one of told) counts.set(one, (counts.get(one) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'echo: ': 1,
      'flaky: handshake-server-error (found)': 2,
      'flaky: ': 1,
      'sio-history: abnormal-closure (found)': 1,
      'sio-history: ': 1,
      'socket.io: profile-refusal (found)': 1,
      'sockets: profile-handshake-status (found)': 5,
    });
  });

  test('tells what attempts show together', () => {
    expect(
      chains.map(({ attemptCount, findings }) => [attemptCount, findings.map(({ cause }) => cause)]),
    ).toEqual([
      [5, ['retries-permanent-refusal', 'reconnect-storm']],
      [2, ['event-ids-inconsistent']],
    ]);
  });

  test('was redacted, and names nothing but the test server', () => {
    expect(readSample().head?.isRedacted).toBe(true);
    expect(/file:|pptr:|session_api_key=bad/.exec(written)?.[0]).toBeUndefined();
    const hosts = new Set([...written.matchAll(/\b(?:ws|http)s?:\/\/([^/"\s)]+)/g)].map(([, host]) => host));
    expect([...hosts]).toEqual(['127.0.0.1:8484']);
  });
});
