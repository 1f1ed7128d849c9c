import { readFileSync } from 'node:fs';

/** In this order, because they share a socket. */
const PARTS = {
  socket: ['socket-shape', 'socket-construction', 'socket-sending', 'socket-ending', 'socket-traces'],
  request: ['request-shape', 'request-answers'],
} as const;

/** An expression to be evaluated in a page, where `lab` is the fault lab's address: all that a page can find out. */
export function readProbe(of: keyof typeof PARTS): string {
  const parts = PARTS[of].map((name) => `await (${readFunction(name)})(tools);`);
  return `(async () => {
    const tools = await (${readFunction(`${of}-tools`)})();
    ${parts.join('\n')}
    return tools.seen;
  })()`;
}

/** Each file is one function, with comments before it and a semicolon after it. */
function readFunction(name: string): string {
  const text = readFileSync(new URL(`./${name}.js`, import.meta.url), 'utf8');
  return text.slice(text.indexOf('async (')).trimEnd().replace(/;$/, '');
}
