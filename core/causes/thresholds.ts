/**
 * Every number that a rule about repetition, time or size decides by, with where it comes from. "Our choice" means
 * that no source gives one: it was chosen so that a person would agree, and can be argued about here, in one place.
 */

/** The same refusal this often in a row is taken for one that does not go away. Our choice. */
export const REPEATED_REFUSALS = 3;
