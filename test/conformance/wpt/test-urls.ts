import fs from 'node:fs';
import path from 'node:path';

/**
 * Not run: `resources` and `handlers` hold no tests; HTTP/2 needs another server; the back/forward cache tests and those
 * of WebSocketStream that talk through a message channel need WPT's own Python.
 */
const LEFT_OUT = /\/(resources|handlers|support)\/|back-forward-cache|remote-context|^websockets\/stream\//;

/** The addresses of all tests of a folder that run in a window, variants included, as WPT's server would name them. */
export function testUrls(checkout: string, folder: string): readonly string[] {
  const files = fs.readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => `${folder}/${file}`)
    .filter((file) => !LEFT_OUT.test(file))
    .sort()
    .flatMap((file) => {
      const text = () => fs.readFileSync(path.join(checkout, file), 'utf8');
      if (/\.(any|window)\.js$/.test(file)) return urlsOfScript(file, text());
      if (/\.(html|htm|xhtml)$/.test(file) && text().includes('testharness.js'))
        return urlsOfPage(file, text());
      return [];
    })
    .filter((url) => !url.includes('wpt_flags=h2'));
}

function urlsOfScript(file: string, text: string): string[] {
  const scope = metaOf(text, 'global')[0];
  // Without a word of it, a script runs in windows and dedicated workers.
  if (scope !== undefined && !/\b(window|default)\b/.test(scope)) return [];
  return withVariants(file.replace(/\.js$/, '.html'), metaOf(text, 'variant'));
}

function urlsOfPage(file: string, text: string): string[] {
  const variants = [...text.matchAll(/<meta\s+name=["']?variant["']?\s+content=["']([^"']*)["']/g)];
  return withVariants(
    file,
    variants.map(([, variant = '']) => variant),
  );
}

function withVariants(file: string, variants: readonly string[]): string[] {
  return variants.length === 0 ? [file] : variants.map((variant) => file + variant);
}

/** The values of `// META: key=value` at the head of a script. */
export function metaOf(text: string, key: string): readonly string[] {
  return [...text.matchAll(/^\/\/\s*META:\s*(\w+)=(.*)$/gm)]
    .filter(([, name]) => name === key)
    .map(([, , value = '']) => value.trim());
}
