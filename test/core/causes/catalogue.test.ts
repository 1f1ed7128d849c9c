import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideCauses } from '../../../core/causes/beside-catalogue';
import { causes as connectionCauses } from '../../../core/causes/catalogue';
import type { CauseText } from '../../../core/causes/cause';
import { chainCauses } from '../../../core/causes/chain-catalogue';
import { diagnoseConnection } from '../../../core/diagnose';
import {
  buildConnection,
  FAILED_FOR_PAGE,
  STAYS_OPEN,
  type ConnectionFacts,
} from '../../support/connection-builder';

const root = new URL('../../../', import.meta.url);
const NOT_CAUSES = [
  'cause',
  'catalogue',
  'beside-cause',
  'beside-catalogue',
  'chain-cause',
  'chain-catalogue',
  'scene',
  'thresholds',
];
const causes: readonly CauseText[] = [...connectionCauses, ...besideCauses, ...chainCauses];
const HEADINGS = ['## What happened', '## How to confirm', '## Why it happens', '## Fix', '## Sources'];

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

const ids = causes.map(({ id }) => id);

describe('the catalogue', () => {
  it('has each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists every file of core/causes, named after its id', () => {
    const files = namesIn('core/causes/', '.ts').filter((name) => !NOT_CAUSES.includes(name));
    expect(files.sort()).toEqual([...ids].sort());
  });

  it('exports each cause under its own name', async () => {
    for (const id of ids) {
      const file = (await import(new URL(`core/causes/${id}.ts`, root).href)) as Record<string, unknown>;
      const exported = Object.values(file).find((value) => causes.some((cause) => cause === value));
      expect(causes.find((cause) => cause === exported)?.id).toBe(id);
    }
  });

  it.each(ids)('%s has a test', (id) => {
    expect(existsSync(new URL(`test/core/causes/${id}.test.ts`, root))).toBe(true);
  });

  it.each(ids)('%s has a page with all headings, in order, and words under each', (id) => {
    const page = readFileSync(new URL(`docs/taxonomy/${id}.md`, root), 'utf8');
    expect(page.split('\n')[0]).toMatch(/^# \S/);
    expect(page).toContain(`\`${id}\``);
    expect(page.match(/^## .*$/gm)).toEqual(HEADINGS);
    for (const section of page.split(/^## .*$/m)) expect(section.trim()).not.toBe('');
  });

  it('has a cause for every page, and every page in the index', () => {
    const pages = namesIn('docs/taxonomy/', '.md').filter((name) => name !== 'README');
    expect(pages.sort()).toEqual([...ids].sort());
    const index = readFileSync(new URL('docs/taxonomy/README.md', root), 'utf8');
    const linked = [...index.matchAll(/\]\(([a-z-]+)\.md\)/g)].map((match) => match[1]);
    expect(linked.sort()).toEqual([...ids].sort());
  });

  it('speaks in titles and sentences: no full stop after a title, one after everything else', () => {
    for (const { title, explanation, likelyCauses, next, nextForUser } of causes) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      for (const sentence of [explanation, ...likelyCauses, ...next, ...nextForUser])
        expect(sentence).toMatch(/\.$/);
    }
  });
});

describe('diagnoseConnection', () => {
  it('finds nothing on a connection that is open, or still connecting', () => {
    expect(diagnoseConnection(buildConnection(STAYS_OPEN))).toEqual([]);
    expect(diagnoseConnection(buildConnection({}))).toEqual([]);
  });

  it('prefers any cause that is found to one that cannot be told', () => {
    const floor = diagnoseConnection(buildConnection(FAILED_FOR_PAGE));
    expect(floor.map(({ verdict }) => verdict)).toEqual(['cannot-tell']);
  });

  it('has exactly one answer for every connection that ended, and never a failing rule', () => {
    fc.assert(
      fc.property(endedConnection, (facts) => {
        const findings = diagnoseConnection(buildConnection(facts));
        expect(findings.map(({ verdict }) => verdict)).toHaveLength(1);
        expect(findings[0]?.verdict).not.toBe('error');
        expect(findings[0]?.next).not.toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(endedConnection, (facts) => {
        expect(diagnoseConnection(buildConnection(facts))).toEqual(
          diagnoseConnection(buildConnection(facts)),
        );
      }),
    );
  });
});

const texts = fc.constantFrom(
  '',
  'Invalid frame header',
  'Page entered Back-Forward Cache.',
  'net::ERR_CONNECTION_REFUSED',
  'net::ERR_constructor',
  'NS_ERROR_WEBSOCKET_CONNECTION_REFUSED',
  'NS_ERROR_NET_RESET',
  'Error during WebSocket handshake: Unexpected response code: 403',
  'Something else',
);
const handshake = fc.record(
  {
    source: fc.constantFrom('network-log' as const, 'web-request' as const, 'file' as const),
    status: fc.constantFrom(101, 200, 301, 401, 403, 404, 429, 502, 999),
    failure: texts,
  },
  { requiredKeys: ['source'] },
);
const close = fc.record({
  at: fc.constant(900),
  code: fc.oneof(
    fc.constantFrom(1000, 1001, 1005, 1006, 1011, 1015, 3000, 4001),
    fc.integer({ min: 0, max: 65_535 }),
  ),
  reason: fc.constantFrom('', 'bye', '4400: no', '{"error":"x"}'),
  wasClean: fc.boolean(),
});
const closeCall = fc.record({ at: fc.constant(500), readyState: fc.integer({ min: 0, max: 3 }) });
const ofPage = fc.record(
  {
    close,
    errorAt: fc.constant(900),
    openAt: fc.constant(50),
    closeCall,
    handshake,
    browserLogWatched: fc.boolean(),
  },
  { requiredKeys: ['close'] },
);
const ofBrowser = fc.record({ hasPage: fc.constant(false), handshake });
const endedConnection: fc.Arbitrary<ConnectionFacts> = fc.oneof(ofPage, ofBrowser);
