/** Shorter than this a key by its looks alone would be a guess. */
export const KEY_LENGTH = 32;

const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
/** Letters of one case in a row: this many are the body of a word. */
const WORD = 4;
/** Of a camelCase name some 80 % stand in words, of random base64 some 10 %, of random hex fewer. */
const MOST_IN_WORDS = 0.55;
/** One in 2,000 keys of 43 base64 characters has no digit. */
const MOST_IN_WORDS_WITHOUT_DIGIT = 0.5;

/** A key by its looks: letters and digits, and hardly anything in it that could be a word. */
export function looksRandom(text: string): boolean {
  let counted = 0;
  let digits = 0;
  let inWords = 0;
  let run = 0;
  let before = 0;
  for (let index = 0; index < text.length && index < 512; index += 1) {
    const kind = classOf(text.charCodeAt(index));
    if (kind !== 0) counted += 1;
    if (kind === DIGIT) digits += 1;
    run = kind === before ? run + 1 : 1;
    before = kind;
    if (kind !== UPPER && kind !== LOWER) continue;
    if (run === WORD) inWords += WORD;
    else if (run > WORD) inWords += 1;
  }
  const most = digits > 0 ? MOST_IN_WORDS : MOST_IN_WORDS_WITHOUT_DIGIT;
  return digits < counted && inWords < counted * most;
}

function classOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : 0;
}
