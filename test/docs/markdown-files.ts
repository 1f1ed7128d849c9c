import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Not the project's own, or made by a run. Dot folders are passed over as well. */
const NOT_OURS = new Set(['node_modules', 'demo-output']);

/** Paths of all the project's files with one of these endings, from the root, with slashes. */
export function projectFiles(endings: readonly string[], folder = ''): string[] {
  const entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.') || NOT_OURS.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return projectFiles(endings, file);
    return endings.some((ending) => entry.name.endsWith(ending)) ? [file] : [];
  });
}

export function readProjectFile(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** A page's text without its code, in which brackets are no links. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(```+)[^]*?^\1\s*$/gm, '').replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
}

/** The targets of all links and pictures. */
export function linksIn(markdown: string): string[] {
  const text = withoutCode(markdown);
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)];
  const references = [...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  const tags = [...text.matchAll(/\b(?:src|srcset|href)="([^"\s]+)/g)];
  return [...inline, ...references, ...tags].map(([, target = '']) => target);
}

/** The anchors that GitHub gives a page's headings. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  const headings = markdown.replace(/^(```+)[^]*?^\1\s*$/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  for (const [, heading = ''] of headings) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
