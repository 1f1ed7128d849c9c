/**
 * The longest body that is kept; longer ones are cut and keep their true size. Code that runs in the page imports nothing
 * of core but types, and has the number a second time: its type is this one's, so that no other compiles.
 */
export const BODY_LIMIT_BYTES = 1_048_576;
