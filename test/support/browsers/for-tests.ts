import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';
import type { InspectedBrowser, InspectedTab, TabOptions } from './inspected-tab';

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

/** One browser for all tests of a block, and a new tab in it for each, which is closed when the test has ended. */
export function tabsForTests<Tab extends InspectedTab>(
  open: () => Promise<InspectedBrowser<Tab>>,
): (options?: TabOptions) => Promise<Tab> {
  let opened: InspectedBrowser<Tab> | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  return async (options) => {
    if (opened === undefined) throw new Error('There is no browser outside of tests');
    return untilTestEnds(await opened.openTab(options));
  };
}
