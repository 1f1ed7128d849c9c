import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { foldEvents } from '../../core/capture/fold';
import type { HangupEvent } from '../../core/capture/event';
import { captureInReport, reportHtml, type ReportShell } from '../../core/bundle/report-html';
import { bundleSteps } from '../../core/bundle/write';
import { harSteps } from '../../core/bundle/write-har';
import { planRedaction } from '../../core/redact/plan';
import { reportOn } from '../../core/report';

export const FACTS = {
  createdAt: '2026-11-23T10:00:00.000Z',
  appVersion: '0.1.0',
  browser: 'test',
  droppedEvents: 0,
};

export const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('base64'));

export function toHar(events: readonly HangupEvent[]): string {
  const redactor = planRedaction(events).redactor();
  return [...harSteps(foldEvents(events.map((event) => redactor.event(event))), FACTS)].join('');
}

export async function toHtml(
  events: readonly HangupEvent[],
  { script = '', style = '' } = {},
): Promise<string> {
  const shell: ReportShell = {
    script,
    style,
    pageOf: (causeId) => Promise.resolve(`# ${causeId}\n\n</script><b>What is known</b>`),
  };
  const bundle = bundleSteps({ events, facts: FACTS }, planRedaction(events).redactor());
  const pieces: string[] = [];
  for await (const piece of reportHtml(bundle, reportOn(events), shell, sha256)) pieces.push(piece);
  return pieces.join('');
}

/** The HTML, with what is compressed in it readable. */
export async function toReadableHtml(events: readonly HangupEvent[]): Promise<string> {
  const html = await toHtml(events);
  const capture = captureInReport(html);
  if (!capture.ok) throw new Error(capture.problem);
  return `${html}\n${gunzipSync(Buffer.from(capture.value, 'base64')).toString()}`;
}
