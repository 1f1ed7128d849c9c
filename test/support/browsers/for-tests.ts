import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';

/** The fault lab, for all tests of a file. */
export async function labForTests(): Promise<FaultLab> {
  const lab = await startFaultLab();
  afterAll(() => lab.stop());
  return lab;
}

/** A folder for all tests of a file, for what they download. */
export function folderForTests(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hangup-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closes what a test has opened when the test has ended, however it ended. */
export function untilTestEnds<Opened extends { close(): Promise<void> }>(opened: Opened): Opened {
  onTestFinished(() => opened.close());
  return opened;
}
