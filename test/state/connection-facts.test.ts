import { expect, test } from 'vitest';
import { isSeenByReload } from '../../state/connection-facts';
import { buildConnection, CLOSED_NORMALLY, START_MS, STAYS_OPEN } from '../support/connection-builder';

const open = { ...buildConnection(STAYS_OPEN), missingMessages: 3 };

test('a reload is advised only where it shows what is missing', () => {
  expect(isSeenByReload(open, START_MS + 60_000)).toBe(true);
  const cases = {
    'nothing is missing': isSeenByReload({ ...open, missingMessages: 0 }, START_MS + 60_000),
    'nobody knows yet': isSeenByReload({ ...open, missingMessages: undefined }, START_MS + 60_000),
    'it was watched from its start, and came too fast': isSeenByReload(open, START_MS - 1),
    'its page may be gone': isSeenByReload(
      { ...buildConnection(CLOSED_NORMALLY), missingMessages: 3 },
      START_MS + 60_000,
    ),
    'it is a file': isSeenByReload(open, undefined),
  };
  expect(Object.entries(cases).filter(([, isAdvised]) => isAdvised)).toEqual([]);
});
