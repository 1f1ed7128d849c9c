import type { TextLines } from './text-lines';

const BUDGET = 1_000_000;
const TOKEN = /"(?:[^"\\]|\\[^])*"?|[[\]{},:]|[^\s[\]{},:"]+/g;
/** Deeper than this, lines are no further indented: a text of brackets alone would become a triangle. */
const MOST_INDENT = 40;

/**
 * JSON text, indented, without reading values out of it: parsing and printing again would round long numbers and drop
 * repeated keys, and a debugger must show what was sent. Long values go on in the next line.
 */
export function createPrettyLines(text: string, columns: number): TextLines {
  /** Of each line: start, end, depth; a depth below zero stands for the rest of a value. */
  const lines: number[] = [];
  const token = new RegExp(TOKEN);
  let depth = 0;
  let lineStart = -1;
  let lineEnd = 0;
  let lineDepth = 0;
  let isAfterOpening = false;
  let isDone = false;

  function endLine(): void {
    if (lineStart === -1) return;
    const room = Math.max(20, columns - 2 * Math.min(lineDepth, MOST_INDENT));
    lines.push(lineStart, Math.min(lineEnd, lineStart + room), lineDepth);
    for (let at = lineStart + room; at < lineEnd; at += room)
      lines.push(at, Math.min(lineEnd, at + room), -1 - lineDepth);
    lineStart = -1;
  }
  function put(start: number, end: number): void {
    if (lineStart === -1) {
      lineStart = start;
      lineDepth = depth;
    }
    lineEnd = end;
  }

  function take(match: RegExpExecArray): void {
    const [written] = match;
    const end = match.index + written.length;
    const isClosing = written === '}' || written === ']';
    if (isClosing) depth = Math.max(0, depth - 1);
    // An empty object or array stays on its line.
    if (isClosing ? !isAfterOpening : isAfterOpening) endLine();
    put(match.index, end);
    isAfterOpening = written === '{' || written === '[';
    if (isAfterOpening) depth += 1;
    if (written === ',') endLine();
  }

  return {
    get count() {
      return lines.length / 3;
    },
    at(line) {
      const [start = 0, end = 0, level = 0] = lines.slice(3 * line, 3 * line + 3);
      const indent = '  '.repeat(Math.min(MOST_INDENT, level < 0 ? -1 - level : level));
      const shown = text.slice(start, end);
      return `${indent}${level < 0 ? shown : oneSpace(shown)}`;
    },
    readOn(budget = BUDGET) {
      const until = token.lastIndex + budget;
      while (!isDone && token.lastIndex < until) {
        const match = token.exec(text);
        if (match !== null) take(match);
        else {
          isDone = true;
          endLine();
        }
      }
      return isDone;
    },
  };
}

/** `"key" :value` as `"key": value`, whatever stood between. */
function oneSpace(line: string): string {
  return line.replace(/^("(?:[^"\\]|\\.)*")\s*:\s*/, '$1: ').replace(/\s+(?=[,\]}]$)/, '');
}

/** All of it as one text, to be copied. */
export function toPrettyJson(text: string): string {
  const lines = createPrettyLines(text, Infinity);
  while (!lines.readOn()) continue;
  return Array.from({ length: lines.count }, (_, line) => lines.at(line)).join('\n');
}
