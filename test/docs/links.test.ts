import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksIn, projectFiles, readProjectFile, ROOT } from './markdown-files';

const pages = projectFiles(['.md']);
const sources = projectFiles(['.ts', '.tsx', '.js', '.mjs', '.css']);

/** Why a link leads nowhere; undefined: it leads somewhere. */
function linkProblem(page: string, target: string): string | undefined {
  const [linked = '', anchor] = target.split('#', 2);
  const file = linked === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(linked));
  if (!existsSync(path.join(ROOT, file))) return `${target}: there is no ${file}`;
  if (anchor === undefined || anchor === '') return undefined;
  return anchorsOf(readProjectFile(file)).has(anchor) ? undefined : `${target}: ${file} has no such heading`;
}

const isRelative = (target: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(target);

describe('reading links', () => {
  it('finds links, pictures and references, and none in code', () => {
    const page = [
      'A [link](a.md#b) and [another](<b.md> "title"), ![picture](c.png), `[code](d.md)`.',
      '<source srcset="e.png" /> <img src="f.png" />',
      '[reference]: g.md',
      '```md',
      '[fenced](h.md)',
      '```',
    ].join('\n');
    expect(linksIn(page).sort()).toEqual(['a.md#b', 'b.md', 'c.png', 'e.png', 'f.png', 'g.md']);
  });

  it('gives headings the anchors that GitHub gives them', () => {
    const page = '# `page-hidden`, `page-shown`\n## Two words!\n## Two words\n```\n# no heading\n```\n';
    expect([...anchorsOf(page)]).toEqual(['page-hidden-page-shown', 'two-words', 'two-words-1']);
  });
});

describe('the documentation', () => {
  it('is where people look for it', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/README.md']),
    );
    expect(linksIn(readProjectFile('README.md')).length).toBeGreaterThan(10);
  });

  it.each(pages)('%s links to what exists', (page) => {
    const problems = linksIn(readProjectFile(page))
      .filter(isRelative)
      .map((target) => linkProblem(page, target))
      .filter((problem) => problem !== undefined);
    expect(problems).toEqual([]);
  });

  it('names no npm script that does not exist', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json')) as { readonly scripts: object };
    const named = pages.flatMap((page) =>
      [...readProjectFile(page).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named).toContain('demo');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names no file of the project that does not exist', () => {
    const named = pages.flatMap((page) =>
      [
        ...readProjectFile(page).matchAll(
          /`((?:core|state|components|platform|entrypoints|cli|eslint|scripts|test)\/[\w./-]+\.\w+)`/g,
        ),
      ].map(([, file = '']) => ({ page, file })),
    );
    expect(named.length).toBeGreaterThan(5);
    const wrong = named.filter(({ file }) => !existsSync(path.join(ROOT, file)) && !isOfRecipe(file));
    expect(wrong).toEqual([]);
  });

  it.each(['docs/decisions', 'docs/discoveries'])('lists all of %s in its index', (folder) => {
    const linked = linksIn(readProjectFile('docs/README.md')).map((target) => `docs/${target}`);
    expect(linked).toEqual(expect.arrayContaining(pages.filter((page) => page.startsWith(`${folder}/`))));
  });

  it('has a decision for each dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readProjectFile('package.json')) as {
      readonly dependencies: object;
      readonly devDependencies: object;
    };
    const page = readProjectFile('docs/decisions/0006-dependencies.md');
    const packages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    expect(packages.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

/** The cause that CONTRIBUTING.md makes up, and the step that the first new bundle version brings. */
function isOfRecipe(file: string): boolean {
  return file.includes('service-restart') || file === 'core/bundle/migrate.ts';
}

describe('comments in the source', () => {
  it('name pages that exist', () => {
    const named = sources.flatMap((source) =>
      [...readProjectFile(source).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => ({ source, page })),
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter(({ page }) => !pages.includes(page))).toEqual([]);
  });
});
