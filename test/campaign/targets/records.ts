import { parseEvent } from '../../../core/capture/parse-event';
import { parseSettings } from '../../../core/settings/settings';
import { readMessageBatch } from '../../../platform/extension/read-message-batch';
import { readFrameSettings } from '../../../platform/extension/frame-settings';
import { parseJson } from '../../../core/protocols/reading/json-fields';
import { sampleEvents } from '../../support/sample-session';
import { plantSecrets } from '../../support/planted-secrets';
import { bytesOf, textOf, tooLong, type Input, type Target } from '../target';

const records = [...sampleEvents(), ...plantSecrets(1).events].map((event) => JSON.stringify(event));

/** A batch whose numbers, text and bytes are all the stranger's. */
function batchOf(input: Input): unknown {
  const bytes = bytesOf(input);
  const heads = new Float64Array(
    bytes.subarray(0, 120).buffer.slice(0, 8 * Math.floor(Math.min(bytes.length, 120) / 8)),
  );
  // Half of the numbers are such as may be, or no batch would ever get further than its first.
  if (input.pick % 2 === 0) heads.forEach((_, index) => (heads[index] = bytes[index] ?? 0));
  return { type: 'message-batch', heads, text: textOf(input), bytes: bytes.buffer, blobs: [undefined] };
}

/** What comes over ports and out of storage: events, packed messages, settings. */
export const portRecords: Target = {
  name: 'records',
  share: 150,
  samples: records,
  run(input) {
    if (input.pick % 4 === 0) {
      const batch = readMessageBatch('page', batchOf(input));
      return batch.ok ? undefined : tooLong([batch.problem], 1_000);
    }
    const data = parseJson(textOf(input))?.value;
    parseSettings(data);
    readFrameSettings(data);
    const event = parseEvent('page', data);
    if (!event.ok) return tooLong([event.problem], 10_000);
    return event.value.streamId === 'page' ? undefined : 'a record names its own stream';
  },
};
