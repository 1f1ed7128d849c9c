import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../../core/bundle/write';
import { planRedaction } from '../../../core/redact/plan';
import { reportOn } from '../../../core/report';
import { toNdjson } from '../../../core/report-ndjson';
import { toOtlp } from '../../../core/report-otlp';
import { toMarkdown, toText } from '../../../core/report-text';
import { plantSecrets, type Planted } from '../../support/planted-secrets';
import { secretsIn } from '../../support/secret-forms';
import { FACTS, toHar, toReadableHtml } from '../../support/write-outputs';

/** Everything that leaves the machine. */
const OUTPUTS: Readonly<Record<string, (planted: Planted) => string | Promise<string>>> = {
  'a bundle': ({ events }) => writeBundle(events, FACTS),
  'a HAR': ({ events }) => toHar(events),
  'a report in HTML': ({ events }) => toReadableHtml(events),
  'a report as JSON': ({ events }) => JSON.stringify(reportOn(events)),
  'a report as text': ({ events }) => toText(reportOn(events)),
  'a report as NDJSON': ({ events }) => toNdjson(reportOn(events), 'capture.har'),
  'a report as OTLP': ({ events }) =>
    toOtlp(reportOn(events), { fileName: 'capture.har', version: '0.1.0', observedMs: 0 }),
  'a report as Markdown': ({ events }) => toMarkdown(reportOn(events)),
};

describe.each([1, 2, 3])('secrets planted everywhere (%s)', (seed) => {
  const planted = plantSecrets(seed);

  it('are more than 200, all different', () => {
    expect(new Set(planted.secrets.map(({ secret }) => secret)).size).toBeGreaterThan(200);
  });

  it.each(Object.entries(OUTPUTS))('are not in %s, in any form', async (_name, write) => {
    const output = await write(planted);
    expect(secretsIn(output, planted.secrets)).toEqual([]);
  });

  it('are each under a name of their own in the list', () => {
    const plan = planRedaction(planted.events);
    const values = plan.redactions().map(({ pseudonym }) => plan.valueOf(pseudonym));
    expect(new Set(values).size).toBe(values.length);
    expect(plan.redactions().every(({ count, places }) => count > 0 && places.length > 0)).toBe(true);
  });
});
