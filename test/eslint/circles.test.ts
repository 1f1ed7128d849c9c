import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LAYERS = ['cli', 'components', 'core', 'entrypoints', 'locales', 'platform', 'state'];
const FROM = /^(?:import|export)\b[^;]*?from '(\.[^']*)'|^import '(\.[^']*)'/gm;

/** What each file of the product imports of the others, types included: two that name each other are one thing. */
function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = LAYERS.flatMap((layer) =>
    readdirSync(path.join(ROOT, layer), { encoding: 'utf8', recursive: true })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(layer, name)),
  );
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      const targets = [...source.matchAll(FROM)].map(([, from, bare = '']) =>
        path.join(path.dirname(file), from ?? bare),
      );
      return [
        file,
        targets.flatMap((to) =>
          [to, `${to}.ts`, `${to}.tsx`, `${to}/index.tsx`].filter((one) => known.has(one)),
        ),
      ];
    }),
  );
}

/** The first way that leads back to where it began; undefined: there is none. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  function visit(file: string, way: readonly string[]): readonly string[] | undefined {
    const seenAt = way.indexOf(file);
    if (seenAt !== -1) return [...way.slice(seenAt), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  }
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

it('no file of the product leads back to itself by what it imports', () => {
  const imports = readImports();
  // Every layer is read, and imports are found in it.
  for (const layer of LAYERS)
    expect([...imports].some(([file, targets]) => file.startsWith(`${layer}/`) && targets.length > 0)).toBe(
      true,
    );
  expect(findCircle(imports)).toBeUndefined();
});

it('finds a circle where there is one', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', []],
    ['c', ['d']],
    ['d', ['b', 'c']],
  ]);
  expect(findCircle(imports)).toEqual(['c', 'd', 'c']);
});
