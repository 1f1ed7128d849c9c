import { gzipSync } from 'node:zlib';
import { readRecordingFile } from '../../../core/bundle/read-file';
import { readRecording } from '../../../core/bundle/read';
import { bundleSteps, knownPseudonyms, toContent } from '../../../core/bundle/write';
import { planRedaction } from '../../../core/redact/plan';
import { reportOn } from '../../../core/report';
import { toMarkdown } from '../../../core/report-text';
import { fixture, stringsOfTests } from '../samples';
import { bytesOf, textOf, tooLong, type Body, type Input, type Target } from '../target';

const LIMITS = { inflatedBytes: 4_000_000, reportBytes: 1_000_000 };
const FACTS = { createdAt: '2026-11-23T10:00:00.000Z', droppedEvents: 0 };

/** In two pieces, as it would come from a disk. */
async function* piecesOf(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await Promise.resolve();
  yield bytes.slice(0, at);
  yield bytes.slice(at);
}

async function readFile(input: Input): Promise<string | undefined> {
  const bytes = bytesOf(input);
  const read =
    input.pick % 2 === 0
      ? readRecording(textOf(input))
      : await readRecordingFile(piecesOf(bytes, (input.pick >> 1) % (bytes.length + 1)), LIMITS);
  if (!read.ok) return tooLong([read.problem], 1_000);
  const { events } = read.value;
  if (events.length > bytes.length) return `${events.length} events of ${bytes.length} bytes`;
  const report = reportOn(events);
  toMarkdown(report);
  const failed = [...report.connections, ...report.chains].flatMap(({ findings }) =>
    findings.filter(({ verdict }) => verdict === 'error'),
  );
  if (failed.length > 0) return `the rule of ${failed.map(({ cause }) => cause).join(', ')} fails`;
  const content = toContent(read.value, FACTS);
  const known = knownPseudonyms(content);
  const redactor = input.pick % 3 === 0 ? undefined : planRedaction(events, { known }).redactor();
  const written = [...bundleSteps(content, redactor)].join('');
  const again = readRecording(written);
  return again.ok ? undefined : `what is written cannot be read again: ${again.problem.slice(0, 200)}`;
}

/** HARs of a few entries each: most of a whole one is other requests. */
function harsOf(name: string): readonly string[] {
  const har: unknown = JSON.parse(fixture(`har/${name}`));
  const entries = isHar(har) ? har.log.entries : [];
  return entries.flatMap((_, index) =>
    index % 3 === 0
      ? [JSON.stringify({ log: { version: '1.2', entries: entries.slice(index, index + 3) } })]
      : [],
  );
}

function isHar(value: unknown): value is { readonly log: { readonly entries: readonly unknown[] } } {
  return JSON.stringify(value).startsWith('{"log":{');
}

const texts = [
  fixture('bundle/v1.hangup.json'),
  ...['chromium-156.har', 'firefox-153.har'].flatMap(harsOf),
  ...stringsOfTests('test/core/bundle/').filter((text) => /^\s*[[{<]/.test(text)),
];
const zipped: readonly Body[] = texts.slice(0, 4).map((text) => new Uint8Array(gzipSync(text)));

/** Bundles, HARs, gzip and reports from a stranger's disk, as far as the report on them and back into a file. */
export const files: Target = {
  name: 'files',
  share: 8,
  samples: [...texts, ...zipped],
  run: readFile,
};
