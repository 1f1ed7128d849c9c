import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Body } from './target';

const root = new URL('../../', import.meta.url);

/** Every string that stands in the tests of a folder: messages of real clients and servers, addresses, filters. */
export function stringsOfTests(folder: string): readonly string[] {
  const strings = new Set<string>();
  for (const name of readdirSync(new URL(folder, root))) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(new URL(folder + name, root), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && !node.text.startsWith('../')) strings.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  }
  return [...strings];
}

/** The bytes that stand in them: `Uint8Array.of(1, 2)` and `[0x10, 2, ...]`. */
export function bytesOfTests(folder: string): readonly Uint8Array<ArrayBuffer>[] {
  const all: Uint8Array<ArrayBuffer>[] = [];
  for (const name of readdirSync(new URL(folder, root))) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(new URL(folder + name, root), 'utf8');
    for (const [, numbers = ''] of text.matchAll(
      /(?:\.of\(|\[)((?:\s*(?:0x[0-9a-f]+|\d{1,3}),?){2,})[)\]]/gi,
    ))
      all.push(Uint8Array.from(numbers.split(',').map(Number)));
  }
  return all;
}

export function fixture(path: string): string {
  return readFileSync(new URL(`test/fixtures/${path}`, root), 'utf8');
}

export function asBytes(texts: readonly string[]): readonly Body[] {
  return texts.map((text) => new Uint8Array(new TextEncoder().encode(text)));
}
