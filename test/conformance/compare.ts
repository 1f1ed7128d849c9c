/** How each test of one page or file ended, by its title, in the suite's own words: "PASS", "FAIL: ...". */
export type Outcomes = Readonly<Record<string, string>>;

/** A test that ends otherwise with Hangup than without. */
export interface Difference {
  readonly where: string;
  readonly title: string;
  readonly bare: string;
  readonly hooked: string;
}

const ABSENT = 'absent';

/** The tests whose outcomes differ, those that one side alone has included. Texts of failures are not compared. */
export function differences(where: string, bare: Outcomes, hooked: Outcomes): Difference[] {
  const titles = new Set([...Object.keys(bare), ...Object.keys(hooked)]);
  return [...titles].flatMap((title) => {
    const before = bare[title] ?? ABSENT;
    const after = hooked[title] ?? ABSENT;
    return verdictOf(before) === verdictOf(after) ? [] : [{ where, title, bare: before, hooked: after }];
  });
}

/**
 * Of what differed once, what differed in every repetition: network tests end now and then in a time-out by
 * themselves, and that is nobody's doing.
 */
export function stable(rounds: readonly (readonly Difference[])[]): readonly Difference[] {
  const [first = [], ...others] = rounds;
  return first.filter((one) => others.every((round) => round.some((other) => isSame(one, other))));
}

function isSame(one: Difference, other: Difference): boolean {
  return one.where === other.where && one.title === other.title;
}

/** "FAIL" of "FAIL: assert_equals: ...". */
function verdictOf(outcome: string): string {
  return outcome.replace(/:.*$/s, '');
}

/** How many tests ended in each way: `{ PASS: 12, FAIL: 1 }`. */
export function tally(all: Iterable<Outcomes>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const outcomes of all)
    for (const outcome of Object.values(outcomes)) {
      const verdict = verdictOf(outcome);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
  return Object.fromEntries(counts);
}
