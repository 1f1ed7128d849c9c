import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RING_BYTES } from '../../core/settings/recording';
import { parseSettings } from '../../core/settings/settings';
import { readFrameSettings } from '../../platform/extension/frame-settings';
import { RING_BYTES as PAGE_RING_BYTES } from '../../platform/page/recorder';

const field = <Value>(good: fc.Arbitrary<Value>) => fc.oneof(good, fc.anything());
const almostSettings = fc.record(
  {
    isPaused: field(fc.boolean()),
    offSites: field(fc.array(field(fc.string()))),
    ringBytes: field(
      fc.oneof(
        fc.integer({ min: RING_BYTES.min - 2, max: RING_BYTES.max + 2 }),
        fc.constantFrom(
          RING_BYTES.min,
          RING_BYTES.max,
          RING_BYTES.min - 1,
          RING_BYTES.max + 1,
          NaN,
          Infinity,
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

describe('the settings in a frame, checked by hand', () => {
  it('are those of the schema, whatever storage holds', () => {
    fc.assert(
      fc.property(fc.oneof(almostSettings, fc.jsonValue()), (stored) => {
        expect(parseSettings(stored)).toMatchObject(readFrameSettings(stored));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep each field that is right beside one that is wrong', () => {
    expect(readFrameSettings({ isPaused: true, offSites: 7, ringBytes: 1 })).toEqual({
      isPaused: true,
      offSites: [],
      ringBytes: RING_BYTES.initial,
    });
  });
});

it('a page starts with the ring that the settings start with', () => {
  expect(PAGE_RING_BYTES).toBe(RING_BYTES.initial);
});
