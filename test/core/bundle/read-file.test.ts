import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecordingFile, type FileLimits } from '../../../core/bundle/read-file';
import { writeBundle } from '../../../core/bundle/write';

const BUNDLE = writeBundle([], { createdAt: '2026-11-26T10:00:00.000Z', appVersion: '0', droppedEvents: 0 });
const LIMITS: FileLimits = { inflatedBytes: 1_000_000, reportBytes: 1_000_000 };

/** Undefined: it is opened. */
async function problemOf(
  file: Uint8Array | string,
  limits: Partial<FileLimits>,
): Promise<string | undefined> {
  async function* pieces() {
    await Promise.resolve();
    yield new Uint8Array(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  }
  const read = await readRecordingFile(pieces(), { ...LIMITS, ...limits });
  return read.ok ? undefined : read.problem;
}

/** A report as far as a reader looks at it. */
function reportOf(capture: Uint8Array, comment = ''): string {
  return `<!doctype html><!--${comment}--><script type="application/x-hangup-capture+gzip" id="hangup-capture">${Buffer.from(capture).toString('base64')}</script>`;
}

describe('what is compressed in a file', () => {
  const { length } = new TextEncoder().encode(BUNDLE);

  it.each([
    ['a gzipped bundle', gzipSync(BUNDLE)],
    ['a report', reportOf(gzipSync(BUNDLE))],
  ])('is inflated up to the limit and no byte further: %s', async (_what, file) => {
    expect(await problemOf(file, { inflatedBytes: length })).toBeUndefined();
    expect(await problemOf(file, { inflatedBytes: length - 1 })).toContain('is larger than 0 MB');
  });
});

describe('a report', () => {
  it('is read up to the limit and not beyond', async () => {
    const report = reportOf(gzipSync(BUNDLE), 'a'.repeat(500));
    expect(await problemOf(report, { reportBytes: report.length })).toBeUndefined();
    expect(await problemOf(report, { reportBytes: report.length - 1 })).toContain('too large to be a report');
  });
});
