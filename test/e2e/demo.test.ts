import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readRecording } from '../../core/bundle/read';
import { reportOn } from '../../core/report';
import { folderForTests } from '../support/browsers/for-tests';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = folderForTests();

it('the demo shows a fault after the other, and leaves a bundle and pictures behind', async () => {
  // `npm run demo` after its build, with two faults of its tour. Without a window it ends by itself.
  const { stdout } = await promisify(execFile)(
    path.join(ROOT, 'node_modules/.bin/tsx'),
    [path.join(ROOT, 'test/support/demo/run-demo.ts'), '--headless', 'close-4401', 'status-403'],
    { cwd: folder },
  );
  expect(stdout).toContain('2 of 2 faults named as the lab made them.');
  const output = path.join(folder, 'demo-output');
  const bundle = readdirSync(output).find((name) => name.endsWith('.hangup.json')) ?? '';
  expect(readdirSync(output).sort()).toEqual([bundle, 'panel-narrow.png', 'panel.png'].sort());
  const recording = readRecording(readFileSync(path.join(output, bundle), 'utf8'));
  if (!recording.ok) throw new Error(recording.problem);
  expect(reportOn(recording.value.events).connections).toHaveLength(2);
});
