import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hangup-cli-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function diagnose(...parameters: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync('npm', ['run', '--silent', 'diagnose', '--', ...parameters], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

function har(...entries: readonly object[]): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries },
  });
}
const socket = (url: string, status: number, messages: readonly object[]) => ({
  _resourceType: 'websocket',
  startedDateTime: '2026-11-23T10:00:00.000Z',
  time: 40,
  request: { method: 'GET', url, headers: [] },
  response: { status, headers: [] },
  _webSocketMessages: messages,
});
const error = (data: string) => ({ type: 'error', time: 1_764_000_000, opcode: -1, data });

function file(name: string, content: string): string {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
}

describe('hangup diagnose', () => {
  it('names causes of a HAR as JSON, in the order of the file, and exits with 1', () => {
    const path = file(
      'mixed.har',
      har(
        { request: { url: 'https://h/page' }, response: { status: 200 } },
        socket('wss://h/sockets/events/87f5ada8-2bc8-49fe-854c-e03610507e29', 0, [
          error('Error during WebSocket handshake: Unexpected response code: 403'),
        ]),
        socket('ws://h/opened', 101, [{ type: 'send', time: 1_764_000_000, opcode: 1, data: 'hi' }]),
        socket('ws://h/refused', 0, [
          error('Error in connection establishment: net::ERR_CONNECTION_REFUSED'),
        ]),
        socket('ws://h/hidden', 0, [error('')]),
      ),
    );
    const { status, stdout } = diagnose(path, '--format', 'json');
    const report = JSON.parse(stdout) as {
      connections: { url: string; conversationId?: string; findings: { cause: string; verdict: string }[] }[];
    };
    expect(
      report.connections.map(({ url, findings }) => [url, findings[0]?.cause, findings[0]?.verdict]),
    ).toEqual([
      ['wss://h/sockets/events/87f5ada8-2bc8-49fe-854c-e03610507e29', 'profile-handshake-status', 'found'],
      // A HAR holds no close code: never "normal".
      ['ws://h/opened', 'close-not-recorded', 'cannot-tell'],
      ['ws://h/refused', 'connection-refused', 'found'],
      ['ws://h/hidden', 'reason-hidden', 'found'],
    ]);
    expect(report.connections[0]?.conversationId).toBe('87f5ada82bc849fe854ce03610507e29');
    expect(status).toBe(1);
  });

  it('exits with 0 where no error was found, in every format', () => {
    const path = file('fine.har', har(socket('ws://h/opened', 101, [])));
    for (const format of ['text', 'json', 'markdown']) {
      const { status, stdout } = diagnose(path, '--format', format);
      expect([format, status]).toEqual([format, 0]);
      expect(stdout).toContain('ws://h/opened');
    }
  });

  it.each([
    ['a missing file', () => path.join(dir, 'nowhere.har'), 'There is no file at'],
    ['a folder', () => dir, 'is a folder'],
    ['a text', () => file('text.har', 'hello'), 'not JSON'],
    ['JSON of another kind', () => file('other.json', '{"a":1}'), 'neither a Hangup bundle nor a HAR'],
    ['a truncated HAR', () => file('cut.har', har(socket('ws://h/a', 101, [])).slice(0, 80)), 'cut off'],
    [
      'a bundle of the future',
      () => file('future.json', '{"format":"hangup-bundle","version":99}'),
      'update Hangup',
    ],
  ])('refuses %s with one sentence and the code 2', (_what, make, words) => {
    const { status, stdout, stderr } = diagnose(make());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('reads what PowerShell wrote, in UTF-16', () => {
    const at = path.join(dir, 'utf16.har');
    writeFileSync(at, Buffer.from(`\ufeff${har(socket('ws://h/opened', 101, []))}`, 'utf16le'));
    expect(diagnose(at)).toMatchObject({ status: 0, stderr: '' });
  });

  it('refuses a format that it does not have', () => {
    const { status, stderr } = diagnose(file('fine2.har', har()), '--format', 'xml');
    expect([status, stderr]).toEqual([2, expect.stringContaining('no format "xml"')]);
  });
});
