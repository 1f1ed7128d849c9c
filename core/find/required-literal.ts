import type { Pattern } from './pattern-search';

/**
 * A piece of text that is in everything that the pattern matches: what does not hold it need not be asked. The longest
 * that is found; undefined: none is, or the pattern is of a kind that is not looked into. Linear in the pattern.
 */
export function requiredLiteral({ source, flags }: Pattern): string | undefined {
  // Alternatives need not share anything, and with `v` classes nest. With `u`, case is folded in ways of its own.
  if (source.includes('|') || flags.includes('v') || /i.*u|u.*i/.test(flags)) return undefined;
  let longest = '';
  let run = '';
  /** Groups may be repeated no times, and lookarounds forbid what is in them. */
  let depth = 0;
  function end(): void {
    if (run.length > longest.length) longest = run;
    run = '';
  }
  for (let at = 0; at < source.length;) {
    const { literal, length, opens } = pieceAt(source, at);
    at += length;
    depth += opens;
    const [quantifier = ''] = QUANTIFIER.exec(source.slice(at, at + QUANTIFIER_LENGTH)) ?? [];
    at += quantifier.length;
    // Once or more often: it is there, and more may follow.
    const isThere = literal !== undefined && depth === 0 && (quantifier === '' || quantifier.startsWith('+'));
    if (isThere) run += literal;
    if (!isThere || quantifier !== '') end();
  }
  end();
  return longest.length < LEAST_LENGTH ? undefined : longest;
}

/** Shorter ones are in most texts. */
const LEAST_LENGTH = 2;
const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
/** Longer than any that the language allows to mean something. */
const QUANTIFIER_LENGTH = 24;

interface Piece {
  /** The character that it stands for, and no other; undefined: it stands for something else. */
  readonly literal: string | undefined;
  readonly length: number;
  /** 1: a group begins, -1: one ends. */
  readonly opens: number;
}

function pieceAt(source: string, at: number): Piece {
  const char = source.charAt(at);
  switch (char) {
    case '(':
      return { literal: undefined, length: 1, opens: 1 };
    case ')':
      return { literal: undefined, length: 1, opens: -1 };
    case '[':
      return { literal: undefined, length: classLength(source, at), opens: 0 };
    case '\\':
      return escapeAt(source, at);
    default: {
      // With `u`, what follows half of a pair concerns the whole of it.
      const isSyntax = /[\^$.*+?{}\]\ud800-\udfff]/.test(char);
      return { literal: isSyntax ? undefined : char, length: 1, opens: 0 };
    }
  }
}

/** An escaped sign stands for itself; letters and digits have meanings, some of which go on behind them. */
function escapeAt(source: string, at: number): Piece {
  const escaped = source.charAt(at + 1);
  if (/[\^$\\.*+?()[\]{}|/"'-]/.test(escaped)) return { literal: escaped, length: 2, opens: 0 };
  const [whole = '\\'] =
    /^\\(?:[xu][\da-fA-F]{2,4}|u\{[\da-fA-F]+\}|c[A-Za-z]|k<[^>]*>|[pP]\{[^}]*\}|\d+|[^])/.exec(
      source.slice(at, at + ESCAPE_LENGTH),
    ) ?? [];
  return { literal: undefined, length: whole.length, opens: 0 };
}
const ESCAPE_LENGTH = 100;

function classLength(source: string, at: number): number {
  for (let end = at + 1; end < source.length; end += 1) {
    if (source[end] === '\\') end += 1;
    else if (source[end] === ']') return end + 1 - at;
  }
  return source.length - at;
}
