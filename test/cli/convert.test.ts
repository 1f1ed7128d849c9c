import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../core/bundle/write';
import { VERSION } from '../../cli/version';
import { plantSecrets } from '../support/planted-secrets';
import { sampleEvents } from '../support/sample-session';
import { secretsIn } from '../support/secret-forms';
import { FACTS } from '../support/write-outputs';

const ROOT = new URL('../..', import.meta.url).pathname;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hangup-cli-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function hangup(...parameters: readonly string[]) {
  const tsx = path.join(ROOT, 'node_modules/.bin/tsx');
  return spawnSync(tsx, ['cli/hangup.ts', ...parameters], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
}
function file(name: string, content: string | Uint8Array): string {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
}

describe('hangup diagnose', () => {
  it('reads several files, says which is which, and fails for the worst of them', () => {
    const first = file('a.hangup.json', writeBundle(sampleEvents(), FACTS));
    const second = file('b.hangup.json.gz', gzipSync(writeBundle(sampleEvents(), FACTS)));
    const { status, stdout } = hangup('diagnose', first, second);
    expect([status, stdout.match(/^== .*$/gm)]).toEqual([1, [`== ${first}`, `== ${second}`]]);
    expect(hangup('diagnose', first, path.join(dir, 'nowhere')).status).toBe(2);
  });

  it('writes one report a line as JSON, where there are several files', () => {
    const files = ['j1.json', 'j2.json'].map((name) => file(name, writeBundle(sampleEvents(), FACTS)));
    const { stdout } = hangup('diagnose', ...files, '--format', 'json');
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; connections: unknown[] });
    expect(reports.map((one) => one.file)).toEqual(files);
    expect(reports[0]?.connections.length).toBeGreaterThan(3);
  });

  it('writes one finding a line as ndjson', () => {
    const { stdout } = hangup(
      'diagnose',
      file('n.json', writeBundle(sampleEvents(), FACTS)),
      '--format',
      'ndjson',
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { cause: string });
    expect(lines.map(({ cause }) => cause)).toContain('connection-refused');
  });

  it('writes log records as a collector takes them', () => {
    const { stdout } = hangup(
      'diagnose',
      file('o.json', writeBundle(sampleEvents(), FACTS)),
      '--format',
      'otlp',
    );
    const { resourceLogs } = JSON.parse(stdout) as {
      resourceLogs: { scopeLogs: { logRecords: Record<string, unknown>[] }[] }[];
    };
    const records = resourceLogs[0]?.scopeLogs[0]?.logRecords ?? [];
    expect(records.length).toBeGreaterThan(3);
    for (const record of records)
      expect(record).toMatchObject({
        timeUnixNano: expect.stringMatching(/^\d{19}$/) as string,
        severityNumber: expect.any(Number) as number,
        body: { stringValue: expect.any(String) as string },
        attributes: expect.arrayContaining([
          { key: 'event.name', value: { stringValue: 'hangup.finding' } },
        ]) as [],
      });
    expect(stdout).toContain('{"key":"hangup.conversation.id","value":{"stringValue":"4f3a9c1e"}}');
  });
});

describe('hangup convert', () => {
  const planted = plantSecrets(5);
  const raw = () =>
    JSON.stringify({
      log: {
        entries: [
          {
            _resourceType: 'websocket',
            request: { url: 'wss://h/?token=SECRET123&room=7' },
            response: { status: 101 },
            _webSocketMessages: [{ type: 'send', opcode: 1, data: '{"token":"SECRET123"}' }],
          },
        ],
      },
    });

  it.each(['bundle', 'har', 'markdown'])('takes secrets out of a HAR on its way to %s', (to) => {
    const { status, stdout } = hangup('convert', file('raw.har', raw()), '--to', to);
    expect([status, stdout.includes('SECRET123'), stdout.includes('token-1')]).toEqual([0, false, true]);
  });

  it('leaves in what it is told to', () => {
    const har = file('raw2.har', raw());
    expect(hangup('convert', har, '--to', 'har', '--keep', 'token-1').stdout).toContain('SECRET123');
    expect(hangup('convert', har, '--to', 'har', '--no-redact').stdout).toContain('SECRET123');
  });

  it('refuses to keep what is not there, and to write where it cannot, in one sentence', () => {
    const har = file('raw3.har', raw());
    const nowhere = path.join(dir, 'no-folder', 'x.har');
    for (const [options, words] of [
      [['--keep', 'token-99'], 'There is no token-99 in'],
      [['--output', nowhere], 'cannot be written'],
    ] as const) {
      const { status, stdout, stderr } = hangup('convert', har, '--to', 'har', ...options);
      expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
      expect(stderr).toContain(words);
    }
  });

  it('writes the same bundle again, into a file', () => {
    const text = writeBundle(planted.events, FACTS);
    const output = path.join(dir, 'out.json');
    expect(hangup('convert', file('in.json', text), '--output', output).status).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe(text);
    expect(secretsIn(text, planted.secrets)).toEqual([]);
  });

  it('refuses a format that it does not have, and a file that is none', () => {
    expect(hangup('convert', file('x.har', raw()), '--to', 'docx')).toMatchObject({ status: 2 });
    expect(hangup('convert', path.join(dir, 'nowhere'))).toMatchObject({ status: 2 });
  });

  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect([VERSION, hangup('--version').stdout.trim()]).toEqual([version, version]);
  });
});
