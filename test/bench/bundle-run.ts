import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { reportHtml } from '../../core/bundle/report-html';
import { readRecordingFile } from '../../core/bundle/read-file';
import { bundleSteps } from '../../core/bundle/write';
import { harSteps } from '../../core/bundle/write-har';
import { foldEvents } from '../../core/capture/fold';
import type { HangupEvent } from '../../core/capture/event';
import { planRedaction, type Redactor } from '../../core/redact/plan';
import { reportSteps } from '../../core/report';
import { runToEnd } from '../../core/run-to-end';
import { chatEvents } from './chat-events';

/** `node bundle-run.mjs write report 100000 FILE`, in a process of its own for its memory. Says what it took as JSON. */
export interface BundleRun {
  readonly cpuMs: number;
  /** The first part of a write: what the preview waits for. */
  readonly secretsMs?: number;
  readonly peakBytes: number;
}

const [, , action, kind = '', count = '0', file = ''] = process.argv;
const MEGABYTE = 1_048_576;
const FACTS = { createdAt: '2026-01-01T00:00:00Z', appVersion: '0', droppedEvents: 0 };

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function* written(events: readonly HangupEvent[], redactor: Redactor): AsyncGenerator<string> {
  const redacted = () => events.map((event) => redactor.event(event));
  if (kind === 'bundle') yield* bundleSteps({ events, facts: FACTS }, redactor);
  else if (kind === 'har') yield* harSteps(foldEvents(redacted()), { appVersion: '0', browser: '' });
  else
    yield* reportHtml(
      bundleSteps({ events, facts: FACTS }, redactor),
      runToEnd(reportSteps(redacted())),
      // Without the app, which is the same in each.
      { script: '', style: '', pageOf: () => Promise.resolve(undefined) },
      (text) => Promise.resolve(createHash('sha256').update(text).digest('base64')),
    );
}

async function write(): Promise<Omit<BundleRun, 'peakBytes'>> {
  const events = chatEvents(Number(count));
  const start = cpuMs();
  const plan = planRedaction(events);
  const secretsMs = cpuMs() - start;
  // As the panel does: all pieces, and then a file of them.
  const pieces: string[] = [];
  for await (const piece of written(events, plan.redactor())) pieces.push(piece);
  const taken = cpuMs() - start;
  writeFileSync(file, '');
  for (const piece of pieces) writeFileSync(file, piece, { flag: 'a' });
  return { cpuMs: taken, secretsMs };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of createReadStream(path, { highWaterMark: MEGABYTE }) as AsyncIterable<Uint8Array>)
    yield new Uint8Array(piece);
}

async function read(): Promise<Omit<BundleRun, 'peakBytes'>> {
  const limits = { inflatedBytes: 1_024 * MEGABYTE, reportBytes: 256 * MEGABYTE };
  const start = cpuMs();
  const recording = await readRecordingFile(bytesOf(file), limits);
  if (!recording.ok) throw new Error(recording.problem);
  if (recording.value.events.length < Number(count)) throw new Error('Events are missing.');
  return { cpuMs: cpuMs() - start };
}

const taken = await (action === 'write' ? write() : read());
// Linux and macOS: kilobytes.
const run: BundleRun = { ...taken, peakBytes: process.resourceUsage().maxRSS * 1_024 };
console.log(JSON.stringify(run));
