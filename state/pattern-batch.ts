import type { Pattern, PatternSearch } from '../core/find/pattern-search';
import type { PatternTest } from '../core/find/query-test';

/** Messages that wait for the patterns of a filter, which run elsewhere: a pattern can take for ever. */
export interface PatternBatch {
  readonly hasPatterns: boolean;
  readonly isEmpty: boolean;
  /** Other patterns; what waits for those before is forgotten. */
  begin(patterns: readonly Pattern[]): void;
  /** True: it is full, and must be run before more is added. */
  add(place: number, text: string): boolean;
  /** Says, of the message that `onEach` of `run` is called for, whether the pattern is in it. */
  readonly toTest: PatternTest;
  /**
   * @param onEach with the place of each message, in the order they came in
   * @param onEnd afterwards; false: the patterns take too long, and no message was looked at
   */
  run(onEach: (place: number) => void, onEnd: (isAnswered: boolean) => void): void;
  /** Forgets what waits, and the answer that is under way. */
  forget(): void;
}

const MOST_TEXT = 400_000;
const MOST_MESSAGES = 4_000;

export function createPatternBatch(search: PatternSearch): PatternBatch {
  let wanted: readonly Pattern[] = [];
  let places: number[] = [];
  let texts: string[] = [];
  let size = 0;
  /** For each pattern, of the batch that is being looked at. */
  let hits: readonly Uint8Array[] = [];
  let hitAt = 0;
  /** Counts what makes an answer that is under way useless. */
  let era = 0;

  function empty(): void {
    places = [];
    texts = [];
    size = 0;
  }
  function forget(): void {
    era += 1;
    empty();
  }

  return {
    get hasPatterns() {
      return wanted.length > 0;
    },
    get isEmpty() {
      return places.length === 0;
    },
    begin(patterns) {
      forget();
      wanted = patterns;
    },
    add(place, text) {
      places.push(place);
      texts.push(text);
      size += text.length;
      return size >= MOST_TEXT || places.length >= MOST_MESSAGES;
    },
    toTest({ source, flags }) {
      const number = wanted.findIndex((one) => one.source === source && one.flags === flags);
      return () => hits[number]?.[hitAt] === 1;
    },
    run(onEach, onEnd) {
      const asked = places;
      const askedEra = era;
      void search.run(wanted, texts).then((answer) => {
        if (era !== askedEra) return;
        empty();
        if (answer.kind === 'answered') {
          ({ hits } = answer);
          for (const [at, place] of asked.entries()) {
            hitAt = at;
            onEach(place);
          }
        }
        onEnd(answer.kind === 'answered');
      });
    },
    forget,
  };
}
