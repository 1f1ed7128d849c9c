/**
 * Every number that a rule about repetition, time or size decides by, with where it comes from. "Our choice" means
 * that no source gives one: it was chosen so that a person would agree, and can be argued about here, in one place.
 */

/** The same refusal this often in a row is taken for one that does not go away. Our choice. */
export const REPEATED_REFUSALS = 3;

/** Failures that begin this close together are one incident. Our choice. */
export const SAME_MOMENT_MS = 2_000;

/** A socket that has lived this long after a failure counts as healed, and its end as something new. Our choice. */
export const HEALED_AFTER_MS = 10_000;

/** A user who reloads a page that does not work does it within this time. Our choice. */
export const RELOAD_GAP_MS = 60_000;
