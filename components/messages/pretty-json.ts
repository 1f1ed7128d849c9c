/**
 * Indents JSON text without reading values out of it: parsing and printing again would round long numbers and drop
 * repeated keys, and a debugger must show what was sent. Undefined: not a JSON object or array.
 *
 * @param limit characters after which the rest is left out; deep nesting multiplies the length of a text
 */
export function toPrettyJson(text: string, limit: number): string | undefined {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return undefined;
  let pretty = '';
  let depth = 0;
  let isAfterOpening = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    if (pretty.length > limit) return pretty.slice(0, limit);
    const isClosing = token === '}' || token === ']';
    if (isClosing) depth--;
    // An empty object or array stays on its line.
    if (isClosing !== isAfterOpening) pretty += isClosing || isAfterOpening ? lineBreak(depth) : '';
    pretty += token;
    isAfterOpening = token === '{' || token === '[';
    if (isAfterOpening) depth++;
    if (token === ',') pretty += lineBreak(depth);
    if (token === ':') pretty += ' ';
  }
  return pretty.slice(0, limit);
}

function lineBreak(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Most messages are not JSON: that is an answer, not a failure.
    return false;
  }
}
