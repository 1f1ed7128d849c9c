import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBundle } from '../../core/bundle/write';
import { buildCli } from '../../scripts/build-cli.mjs';
import { sampleEvents } from '../support/sample-session';
import { FACTS } from '../support/write-outputs';

const PATIENCE_MS = 120_000;
let dir: string;
let packed: string;

function run(command: string, parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd: dir,
    encoding: 'utf8',
    // Nobody's registry and nobody's cache: what is not in the package is not there.
    env: {
      ...process.env,
      npm_config_cache: path.join(dir, 'cache'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
  });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hangup-package-'));
  await buildCli(path.join(dir, 'package'));
  run('npm', ['pack', path.join(dir, 'package')]);
  packed = readdirSync(dir).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(path.join(dir, 'sample.hangup.json'), writeBundle(sampleEvents(), FACTS));
}, PATIENCE_MS);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

it('is a package that runs by npx, without a network', { timeout: PATIENCE_MS }, () => {
  const { status, stdout, stderr } = run('npx', ['--yes', `./${packed}`, 'diagnose', 'sample.hangup.json']);
  expect(stderr).toBe('');
  expect(stdout).toContain('handshake-forbidden');
  expect(status).toBe(1);
});
