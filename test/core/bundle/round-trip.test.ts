import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../core/bundle/migrate';
import { readRecording } from '../../../core/bundle/read';
import type { Recording } from '../../../core/bundle/recording';
import { bundleSteps, knownPseudonyms, toContent, writeBundle } from '../../../core/bundle/write';
import { planRedaction } from '../../../core/redact/plan';
import { plantSecrets } from '../../support/planted-secrets';
import { sampleEvents } from '../../support/sample-session';
import { readProjectFile } from '../../docs/markdown-files';

const FACTS = {
  createdAt: '2026-11-23T10:00:00.000Z',
  appVersion: '0.1.0',
  browser: 'test',
  environment: { timeZone: 'Europe/Berlin', utcOffsetMinutes: 60, clock: 'performance' },
  unseen: ['Nothing was hidden.'],
  droppedEvents: 3,
};

function open(text: string): Recording {
  const read = readRecording(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function writeAgain(text: string): string {
  const content = toContent(open(text), FACTS);
  const plan = planRedaction(content.events, { known: knownPseudonyms(content) });
  return [...bundleSteps(content, plan.redactor())].join('');
}

describe('a bundle that is opened and exported again', () => {
  it.each([
    ['of a session', writeBundle(sampleEvents(), FACTS)],
    ['full of secrets', writeBundle(plantSecrets(7).events, FACTS)],
    ['of nothing', writeBundle([], FACTS)],
  ])('is the same file: %s', (_what, text) => {
    expect(writeAgain(text)).toBe(text);
  });

  it('keeps every field that it does not know, in the file and in its events', () => {
    const text = writeBundle(sampleEvents().slice(0, 3), FACTS)
      .replace('"droppedEvents"', '"fromTheFuture": {"a": [1, "x"]},\n "droppedEvents"')
      .replace('"type":"source-started"', '"type":"source-started","mood":{"b":[2]}');
    const again = JSON.parse(writeAgain(text)) as { fromTheFuture: unknown; events: { mood?: unknown }[] };
    expect(again.fromTheFuture).toEqual({ a: [1, 'x'] });
    expect(again.events[0]?.mood).toEqual({ b: [2] });
    expect(writeAgain(writeAgain(text))).toBe(writeAgain(text));
  });

  it('takes secrets out of fields that it does not know', () => {
    const text = writeBundle(sampleEvents().slice(0, 1), FACTS).replace(
      '"type":"source-started"',
      '"type":"source-started","later":{"x":"sk-abcdefghijklmnopqrst1234"}',
    );
    expect(writeAgain(text)).not.toContain('sk-abcdefghijklmnopqrst1234');
  });
});

describe('a bundle of version 1, written in November 2026', () => {
  const text = readProjectFile('test/fixtures/bundle/v1.hangup.json');

  it('is read, for ever', () => {
    const { events, head } = open(text);
    expect(head).toMatchObject({ version: 1, environment: { timeZone: 'Europe/Berlin' } });
    expect(events.map(({ type }) => type)).toMatchSnapshot();
  });
  it('is the same file when it is written again', () => {
    expect(writeAgain(text)).toBe(text);
  });
});

describe('migration', () => {
  const step = (bundle: { head: object; events: readonly unknown[] }) => ({
    head: { ...bundle.head, version: 2 },
    events: bundle.events.map((event) => ({ moved: event })),
  });
  it('takes a bundle through every step to the present', () => {
    expect(migrate({ head: { version: 1 }, events: ['a'] }, 2, [step])).toEqual({
      ok: true,
      value: { head: { version: 2 }, events: [{ moved: 'a' }] },
    });
  });
  it('leaves one of today as it is, and refuses one of the future', () => {
    expect(migrate({ head: { version: 2 }, events: ['a'] }, 2, [step])).toMatchObject({ ok: true });
    expect(migrate({ head: { version: 3 }, events: [] }, 2, [step])).toMatchObject({
      problem: expect.stringMatching(/version 3.*up to version 2: update Hangup/) as string,
    });
  });
  it.each([undefined, '1', 0, 1.5, null])('refuses the version %s', (version) => {
    expect(migrate({ head: { version }, events: [] }).ok).toBe(false);
  });
});

describe('a file that is no recording', () => {
  it('gets a sentence, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"format":"hangup-bundle","version":1,"events":[${json}]}`),
          fc.json().map((json) => `{"log":{"entries":[${json}]}}`),
        ),
        (text) => {
          const read = readRecording(text);
          if (!read.ok) expect(read.problem).toMatch(/^[A-Z][^\n]*[.)]$/);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['deep nesting', `{"log":{"entries":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}}`, 'nests deeper'],
    [
      'deep nesting in an unknown field',
      `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
      'nests deeper',
    ],
    [
      'an unknown kind of event',
      '{"format":"hangup-bundle","version":1,"createdAt":"","app":{"name":"","version":""},"isRedacted":true,"droppedEvents":0,"events":[{"type":"quantum-leap"}]}',
      'quantum-leap',
    ],
  ])('is refused for %s', (_what, text, words) => {
    const read = readRecording(text);
    expect(read.ok ? '' : read.problem).toContain(words);
  });

  it('may call its fields what every object has, and is written so that it can be read again', () => {
    const text = writeBundle(sampleEvents().slice(0, 2), FACTS).replace(
      '"type":"source-started"',
      '"type":"source-started","more":{"constructor":"a","toString":["token=hunter2-Zq8vK1xW"]}',
    );
    const again = writeAgain(text);
    expect(again).not.toContain('hunter2');
    expect(readRecording(again).ok).toBe(true);
  });

  it('changes no prototype', () => {
    const text = writeBundle(sampleEvents().slice(0, 2), FACTS)
      .replace('"droppedEvents"', '"__proto__": {"polluted": 1},\n "droppedEvents"')
      .replace(
        '"type":"source-started"',
        '"type":"source-started","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
      );
    const { events, head } = open(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((events[0] as { polluted?: unknown }).polluted).toBeUndefined();
    expect((head as { polluted?: unknown } | undefined)?.polluted).toBeUndefined();
    expect(writeAgain(text)).not.toContain('polluted":1},"__proto__');
  });
});
