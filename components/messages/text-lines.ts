/** A long text as lines that fit a width, made in portions; a line is cut out of the text when it is drawn. */
export interface TextLines {
  readonly count: number;
  at(line: number): string;
  /** Goes on. True: all lines are there. */
  readOn(budget?: number): boolean;
}

/** Characters of one portion: a few milliseconds. */
const BUDGET = 2_000_000;

/** Breaks where the text does, and wherever a line is full. */
export function createTextLines(text: string, columns: number): TextLines {
  const starts: number[] = [];
  let at = 0;
  return {
    get count() {
      return starts.length;
    },
    at(line) {
      const start = starts[line] ?? 0;
      const end = starts[line + 1] ?? at;
      return text.slice(start, end).replace(/\r?\n$/, '');
    },
    readOn(budget = BUDGET) {
      const until = Math.min(text.length, at + budget);
      let newline = text.indexOf('\n', at);
      while (at < until) {
        if (newline !== -1 && newline < at) newline = text.indexOf('\n', at);
        starts.push(at);
        const isBroken = newline !== -1 && newline - at <= columns;
        at = isBroken ? newline + 1 : Math.min(text.length, wholeCharacter(text, at + columns));
        // What is left of a `\r\n` that just fits.
        if (isBroken) newline = text.indexOf('\n', at);
      }
      return at >= text.length;
    },
  };
}

/** Not between the two halves of one character. */
function wholeCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end + 1 : end;
}

const BYTES_PER_LINE = 16;

/** Offset, 16 bytes in hex, and the same bytes as ASCII, as hex editors show them. */
export function createHexLines(bytes: Uint8Array): TextLines {
  const digits = Math.max(4, (bytes.length - 1).toString(16).length);
  return {
    count: Math.ceil(bytes.length / BYTES_PER_LINE),
    at(line) {
      const offset = line * BYTES_PER_LINE;
      const shown = [...bytes.subarray(offset, offset + BYTES_PER_LINE)];
      const hex = shown.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
      const ascii = shown
        .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
        .join('');
      return `${offset.toString(16).padStart(digits, '0')}  ${hex.padEnd(BYTES_PER_LINE * 3 - 1)}  ${ascii}`;
    },
    readOn: () => true,
  };
}
