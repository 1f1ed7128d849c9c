import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecording } from '../../core/bundle/read';
import { foldEvents } from '../../core/capture/fold';
import { toConversations } from '../../core/capture/conversation';
import { profiles } from '../../core/profiles/catalogue';
import { readOn } from '../../state/findings';
import { orderMarksOf } from '../../state/order-marks';

/** The sample: a link that was cut, and came back from an older position than it had reached. */
function sampleChains() {
  const written = readFileSync(
    new URL('../../entrypoints/panel/sample.hangup.json', import.meta.url),
    'utf8',
  );
  const read = readRecording(written);
  if (!read.ok) throw new Error(read.problem);
  const connections = foldEvents(read.value.events);
  readOn(connections, Infinity, () => true);
  return toConversations(connections, profiles).flatMap(({ chains }) => chains);
}

test('what came twice is marked on the attempt that it came to, and on no other', () => {
  const marked = sampleChains().flatMap((chain) => {
    const marks = orderMarksOf(chain);
    return chain.attempts.flatMap(({ connection }, index) =>
      (marks.get(connection.id) ?? []).map(({ kind, text, timeMs }) => ({
        attempt: `${index + 1} of ${chain.attempts.length}`,
        kind,
        text,
        isWithin: timeMs >= connection.startedMs && timeMs <= (connection.endedMs ?? Infinity),
      })),
    );
  });
  expect(marked).toEqual([
    {
      attempt: '2 of 2',
      kind: 'event-order',
      text: 'The client came back from an older position than it had reached',
      isWithin: true,
    },
  ]);
});
