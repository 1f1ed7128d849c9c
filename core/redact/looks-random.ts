/** Shorter than this a key by its looks alone would be a guess. */
export const KEY_LENGTH = 32;

const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
/** Letters of one case in a row: this many can be the body of a word. */
const WORD = 4;
/** So many consonants in a row stand in few words: `ngths`. */
const MOST_CONSONANTS = 4;
/**
 * Of a camelCase name some 80 % stand in words, of random base64 some 5 %, of random hex fewer. Of 200,000 random texts
 * of 43 base62 characters, 51 stand in words for more than this.
 */
const MOST_IN_WORDS = 0.55;
/** One in 2,000 keys of 43 base64 characters has no digit. */
const MOST_IN_WORDS_WITHOUT_DIGIT = 0.5;
const LONGEST_LOOK = 512;

/** A key by its looks: letters and digits, and hardly anything in it that could be a word. */
export function looksRandom(text: string): boolean {
  const end = Math.min(text.length, LONGEST_LOOK);
  let counted = 0;
  let digits = 0;
  let inWords = 0;
  for (let start = 0; start < end;) {
    const kind = classOf(text.charCodeAt(start));
    let next = start + 1;
    while (next < end && classOf(text.charCodeAt(next)) === kind) next += 1;
    if (kind !== 0) counted += next - start;
    if (kind === DIGIT) digits += next - start;
    if ((kind === UPPER || kind === LOWER) && couldBeWord(text, start, next)) inWords += next - start;
    start = next;
  }
  const most = digits > 0 ? MOST_IN_WORDS : MOST_IN_WORDS_WITHOUT_DIGIT;
  return digits < counted && inWords < counted * most;
}

function couldBeWord(text: string, start: number, end: number): boolean {
  if (end - start < WORD) return false;
  let vowels = 0;
  let consonants = 0;
  for (let index = start; index < end; index += 1) {
    if (VOWELS.has(text.charCodeAt(index) | 32)) {
      vowels += 1;
      consonants = 0;
    } else if ((consonants += 1) > MOST_CONSONANTS) return false;
  }
  return vowels > 0;
}

const VOWELS: ReadonlySet<number> = new Set(Array.from('aeiouy', (vowel) => vowel.charCodeAt(0)));

function classOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : 0;
}
