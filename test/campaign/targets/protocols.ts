import { protocols as catalogue } from '../../../core/protocols/catalogue';
import { identify } from '../../../core/protocols/identify';
import { packetSummary } from '../../../core/protocols/reading/packet-summary';
import { readAll, toMessage, toOpening } from '../../core/protocols/protocol-table';
import { asBytes, bytesOfTests, stringsOfTests } from '../samples';
import { tooLong, type Body, type Input, type Target } from '../target';

const FOLDER = 'test/core/protocols/';
const texts = stringsOfTests(FOLDER);
const addresses = texts.filter((text) => /^wss?:/.test(text));
const names = [...new Set(['', ...texts.filter((text) => /^[a-z0-9.-]{4,40}$/.test(text))])];

/** One body as up to three messages: what a protocol remembers from message to message is part of what may break. */
function partsOf(body: Body, pick: number): readonly Body[] {
  const count = 1 + (pick % 3);
  const length = Math.max(1, Math.ceil(body.length / count));
  const parts = Array.from({ length: count }, (_, index) => body.slice(index * length, (index + 1) * length));
  return pick % 5 === 0 ? [body, ...parts] : parts;
}

function read({ body, pick }: Input): string | undefined {
  const isIn = pick % 2 === 0;
  const messages = partsOf(body, pick >> 1).map((part, index) =>
    toMessage(
      { ...(isIn === (index % 2 === 0) ? { in: part } : { out: part }), isCut: pick % 7 === 0 },
      index,
    ),
  );
  const opening = toOpening({
    url: addresses[pick % addresses.length] ?? '',
    accepted: names[(pick >> 3) % names.length] ?? '',
    pollingSocketId: pick % 11 === 0 ? 0 : undefined,
    firstMessages: messages,
  });
  const protocol = catalogue[(pick >> 5) % catalogue.length];
  for (const one of [identify(opening), ...(protocol === undefined ? [] : [protocol])]) {
    const decodings = readAll(one, messages, opening);
    for (const [index, decoding] of decodings.entries()) {
      const message = messages[index];
      if (message === undefined) return 'more readings than messages';
      const line = packetSummary(decoding, message, one.name);
      if (tooLong([line], 200) !== undefined) return `${one.id}: ${tooLong([line], 200)}`;
      if (typeof decoding === 'string') continue;
      // Each packet costs its message a few bytes at least.
      if (decoding.length > message.sizeBytes + 1)
        return `${one.id}: ${decoding.length} packets of one message`;
      const fields = decoding.flatMap(({ name, summary, callId, replyTo, channel }) => [
        ...[name, summary, callId, replyTo, channel],
      ]);
      const long = tooLong(fields, 2 * message.sizeBytes + 1_000);
      if (long !== undefined) return `${one.id}: ${long}`;
    }
  }
  return undefined;
}

/** The protocol that is recognised, and one more: messages of strangers. */
export const protocols: Target = {
  name: 'protocols',
  share: 200,
  samples: [...texts, ...bytesOfTests(FOLDER), ...asBytes(texts)],
  run: read,
};
