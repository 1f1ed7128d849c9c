/** A run of ordinary text, or the name of one character that must not act on its surroundings. */
export interface TextPart {
  readonly text: string;
  readonly isEscape: boolean;
}

/**
 * Text of a page may hold characters that hide or reorder what stands around them: a close reason with U+202E reads
 * backwards, one with U+0000 or U+200B looks like another. Left alone are tab and line feed in blocks, and the
 * joiners U+200C and U+200D, without which emoji and some scripts cannot be written.
 */
const ACTING =
  /(?![\t\n])\p{Cc}|\p{Cs}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const ACTING_RUN = new RegExp(ACTING.source, 'gu');
const ACTING_LINE = new RegExp(`${ACTING.source}|[\\t\\n]`, 'gu');

export function toTextParts(text: string, isBlock: boolean): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(isBlock ? ACTING_RUN : ACTING_LINE)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isEscape: false });
    parts.push({ text: nameOf(match[0]), isEscape: true });
    from = match.index + match[0].length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), isEscape: false });
  return parts;
}

/** The same as one string, for where no element can stand: labels, tooltips. */
export function toVisibleText(text: string): string {
  return toTextParts(text, false)
    .map((part) => part.text)
    .join('');
}

function nameOf(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
