import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../core/bundle/write';
import { FIRST_PROFILE } from '../../core/profiles/profile-list';
import { toEvents } from '../support/recording-proxy';
import { FACTS } from '../support/write-outputs';

const ROOT = new URL('../..', import.meta.url).pathname;
/** The host that `FIRST_PROFILE` recognises, closed with its code. */
const RECORDING = writeBundle(
  toEvents({
    url: 'ws://127.0.0.1.com/socket/7',
    accepted: '',
    messages: [],
    close: { code: 4429, reason: 'no place left' },
  }).map((event) =>
    event.type === 'socket-constructed' ? { ...event, url: 'wss://app.example.com/socket/7' } : event,
  ),
  FACTS,
);

let dir: string;
let recording: string;
let profile: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hangup-profiles-'));
  recording = file('recording.hangup.json', RECORDING);
  profile = file('my-app.json', FIRST_PROFILE);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function file(name: string, content: string): string {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
}
function hangup(...parameters: readonly string[]) {
  const tsx = path.join(ROOT, 'node_modules/.bin/tsx');
  return spawnSync(tsx, ['cli/hangup.ts', ...parameters], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
}

describe('--profile', () => {
  it('explains a recording in the words of the profile', () => {
    expect(hangup('diagnose', recording).stdout).toContain('application-close-code');
    const { stdout } = hangup('diagnose', recording, '--profile', profile);
    expect(stdout).toContain('The server is full');
    expect(stdout).toContain('profile-close-code');
  });

  it('goes with what is converted, so that the file says the same to whoever has it', () => {
    const converted = path.join(dir, 'converted.hangup.json');
    hangup('convert', recording, '--profile', profile, '--to', 'bundle', '--output', converted);
    const head = JSON.parse(readFileSync(converted, 'utf8')) as { profiles: unknown };
    expect(head.profiles).toMatchObject([{ id: 'my-app', name: 'My application', isOwn: true }]);
    expect(hangup('diagnose', converted).stdout).toContain('The server is full');
    const other = file('other.json', FIRST_PROFILE.replace('The server is full', 'No place is left'));
    // Whoever reads has the last word.
    expect(hangup('diagnose', converted, '--profile', other).stdout).toContain('No place is left');
    expect(hangup('convert', recording, '--profile', profile, '--to', 'markdown').stdout).toContain(
      'The server is full',
    );
  });

  it.each([
    ['nowhere.json', undefined, /^There is no file at .*nowhere\.json\.$/],
    ['text.json', 'not JSON', /text\.json is not a profile yet\. Line 1: Put a value here/],
    [
      'bad.json',
      FIRST_PROFILE.replace('"warning"', '"bad"'),
      /bad\.json is not a profile yet\. Line 18, signs\.0\.severity: Put one of/,
    ],
  ])('says what is wrong with %s, and exits with 2', (name, content, problem) => {
    const at = content === undefined ? path.join(dir, name) : file(name, content);
    const { status, stdout, stderr } = hangup('diagnose', recording, '--profile', at);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim()).toMatch(problem);
  });

  it('refuses two profiles of one id', () => {
    const { status, stderr } = hangup('diagnose', recording, '--profile', profile, '--profile', profile);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/same id, "my-app": name one of them/)]);
  });
});
