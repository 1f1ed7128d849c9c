import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../../core/bundle/write';
import { planRedaction } from '../../../core/redact/plan';
import { reportOn } from '../../../core/report';
import { toMarkdown, toText } from '../../../core/report-text';
import { plantSecrets, type Planted } from '../../support/planted-secrets';
import { formsOf } from '../../support/secret-forms';

const FACTS = {
  createdAt: '2026-11-23T10:00:00.000Z',
  appVersion: '0.1.0',
  browser: 'test',
  droppedEvents: 0,
};

/** Everything that leaves the machine. */
const OUTPUTS: Readonly<Record<string, (planted: Planted) => string>> = {
  'a bundle': ({ events }) => writeBundle(events, FACTS),
  'a report as JSON': ({ events }) => JSON.stringify(reportOn(events)),
  'a report as text': ({ events }) => toText(reportOn(events)),
  'a report as Markdown': ({ events }) => toMarkdown(reportOn(events)),
};

describe.each([1, 2, 3])('secrets planted everywhere (%s)', (seed) => {
  const planted = plantSecrets(seed);

  it('are more than 200, all different', () => {
    expect(new Set(planted.secrets.map(({ secret }) => secret)).size).toBeGreaterThan(200);
  });

  it.each(Object.entries(OUTPUTS))('are not in %s, in any form', (_name, write) => {
    const output = write(planted);
    const readable = `${output}\n${decodeBase64(output)}`;
    const found = planted.secrets.filter(({ secret }) =>
      formsOf(secret).some((form) => readable.includes(form)),
    );
    expect(found).toEqual([]);
  });

  it('are each under a name of their own in the list', () => {
    const plan = planRedaction(planted.events);
    const values = plan.redactions().map(({ pseudonym }) => plan.valueOf(pseudonym));
    expect(new Set(values).size).toBe(values.length);
    expect(plan.redactions().every(({ count, places }) => count > 0 && places.length > 0)).toBe(true);
  });
});

/** Bodies stand in base64 in a bundle: what is in them must be clean too. */
function decodeBase64(output: string): string {
  return [...output.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)]
    .map(([run]) => Buffer.from(run, 'base64').toString('latin1'))
    .join('\n');
}
