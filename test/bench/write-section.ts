import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const REPORT = path.resolve(import.meta.dirname, '../../docs/performance.md');

/** Puts what a bench has measured between its marks in docs/performance.md. @param bench `core-bench` */
export async function writeSection(bench: string, markdown: string): Promise<void> {
  const before = readFileSync(REPORT, 'utf8');
  const begin = `<!-- ${bench}: begin -->`;
  const start = before.indexOf(begin) + begin.length;
  const end = before.indexOf(`<!-- ${bench}: end -->`);
  if (start < begin.length || end === -1) throw new Error(`There is no place for ${bench} in ${REPORT}.`);
  const text = `${before.slice(0, start)}\n\n${markdown}\n\n${before.slice(end)}`;
  writeFileSync(REPORT, await format(text, { ...(await resolveConfig(REPORT)), parser: 'markdown' }));
}
