import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageEventRecord } from '../../../core/capture/event';
import { identify } from '../../../core/protocols/identify';
import {
  FIRST_MESSAGES,
  type Decoding,
  type Opening,
  type Packet,
  type Protocol,
} from '../../../core/protocols/protocol';
import { binaryMessage, textMessage } from './message';

/** One message of a sample: sent `out` by the page or got `in`, text or bytes. */
export interface Sample {
  readonly in?: string | Uint8Array;
  readonly out?: string | Uint8Array;
  /** The body was cut here. */
  readonly isCut?: boolean;
}

/** A conversation as it goes over the wire, with what must be read out of each of its messages. */
export interface Conversation {
  /** What it shows, in the present tense: "refuses a wrong token". */
  readonly shows: string;
  readonly url?: string;
  readonly offered?: readonly string[];
  readonly accepted?: string;
  /** It begins where the connection began: by it the whole catalogue must recognise the protocol. */
  readonly isWhole?: true;
  /** The samples, each with its packets (as far as they are written here) or the verdict. */
  readonly wire: readonly (readonly [
    Sample,
    ...(readonly Partial<Packet>[] | ['not-mine'] | ['unreadable']),
  ])[];
}

export interface ProtocolTable {
  readonly conversations: readonly Conversation[];
  /** Openings that must be recognised as this protocol by the whole catalogue. */
  readonly recognises: readonly Partial<Opening>[];
  /** Openings that must be left to others. */
  readonly leaves: readonly Partial<Opening>[];
}

export function toOpening(more: Partial<Opening>): Opening {
  return {
    url: 'wss://a.test/live',
    offered: [],
    accepted: '',
    firstMessages: [],
    pollingSocketId: undefined,
    ...more,
  };
}

export function toMessage(sample: Sample, seq = 0): MessageEventRecord {
  const body = sample.in ?? sample.out ?? '';
  const direction = sample.in === undefined ? 'out' : 'in';
  const common = { direction, seq, timeMs: seq * 100, isCut: sample.isCut === true } as const;
  if (typeof body === 'string') return textMessage(body, common);
  return { ...binaryMessage(body.length), ...common, bytes: new Uint8Array(body) };
}

/** Reads messages one after the other with a protocol, as the panel does. */
export function readAll(
  protocol: Protocol,
  messages: readonly MessageEventRecord[],
  more: Partial<Opening> = {},
): Decoding[] {
  const firstMessages = messages.slice(0, FIRST_MESSAGES);
  let reader = protocol.open(toOpening({ firstMessages, ...more }));
  return messages.map((message) => {
    const { decoding, next } = reader.read(message);
    reader = next;
    return decoding;
  });
}

/** The tests that every protocol has: its samples, read as a table says, and what it is recognised by. */
export function describeProtocol(protocol: Protocol, table: ProtocolTable): void {
  describe(protocol.name, () => {
    it.each(table.conversations.map((conversation) => [conversation.shows, conversation] as const))(
      '%s',
      (_shows, { wire, url, offered, accepted }) => {
        const messages = wire.map(([sample], index) => toMessage(sample, index));
        const opening = {
          ...(url !== undefined && { url }),
          ...(offered !== undefined && { offered }),
          ...(accepted !== undefined && { accepted }),
        };
        const decodings = readAll(protocol, messages, opening);
        for (const [index, [, ...expected]] of wire.entries()) {
          const decoding = decodings[index];
          if (expected[0] === 'not-mine' || expected[0] === 'unreadable') expect(decoding).toBe(expected[0]);
          else expect(decoding, `message ${index}`).toMatchObject(expected);
        }
      },
    );

    it.each(
      table.conversations.filter(({ isWhole }) => isWhole).map((whole) => [whole.shows, whole] as const),
    )('is recognised where it %s', (_shows, { wire, url, offered, accepted }) => {
      const firstMessages = wire.slice(0, FIRST_MESSAGES).map(([sample], index) => toMessage(sample, index));
      const opening = {
        firstMessages,
        ...(url !== undefined && { url }),
        ...(offered !== undefined && { offered }),
        ...(accepted !== undefined && { accepted }),
      };
      expect(identify(toOpening(opening)).id).toBe(protocol.id);
    });

    it('reads its samples cut anywhere, run together and damaged, without a fall, and twice the same', () => {
      const sent = table.conversations.flatMap(({ wire }) => wire.map(([sample]) => sample));
      if (sent.length === 0) return;
      const damaged = fc
        .tuple(fc.constantFrom(...sent), fc.constantFrom(...sent), fc.nat(), fc.nat(255), fc.nat(3))
        .map(([one, other, at, by, how]) => {
          if (how === 0) return cutAt(one, at);
          return how === 1 ? joined(one, other) : how === 2 ? damagedAt(one, at, by) : one;
        });
      const opening = fc.constantFrom(...table.conversations, ...table.recognises);
      fc.assert(
        fc.property(fc.array(damaged, { maxLength: 8 }), opening, (samples, { url, offered, accepted }) => {
          const messages = samples.map((sample, index) => toMessage(sample, index));
          const more = { ...(url && { url }), ...(offered && { offered }), ...(accepted && { accepted }) };
          const decodings = readAll(protocol, messages, more);
          expect(readAll(protocol, messages, more)).toEqual(decodings);
          expect(
            identify(toOpening({ ...more, firstMessages: messages.slice(0, FIRST_MESSAGES) })),
          ).toBeDefined();
        }),
        { numRuns: 100 },
      );
    });

    it.each(table.recognises.map((opening) => [nameOf(opening), opening] as const))(
      'is recognised in %s',
      (_name, opening) => {
        expect(identify(toOpening(opening)).id).toBe(protocol.id);
      },
    );

    it.each(table.leaves.map((opening) => [nameOf(opening), opening] as const))(
      'leaves %s to others',
      (_name, opening) => {
        expect(identify(toOpening(opening)).id).not.toBe(protocol.id);
      },
    );
  });
}

function bodyOf(sample: Sample): string | Uint8Array {
  return sample.in ?? sample.out ?? '';
}
function withBody(sample: Sample, body: string | Uint8Array): Sample {
  return sample.in === undefined ? { out: body } : { in: body };
}
function cutAt(sample: Sample, at: number): Sample {
  const body = bodyOf(sample);
  return withBody(sample, body.slice(0, at % (body.length + 1)));
}
function joined(one: Sample, other: Sample): Sample {
  const [first, second] = [bodyOf(one), bodyOf(other)];
  if (typeof first === 'string') return withBody(one, first + (typeof second === 'string' ? second : ''));
  return withBody(one, typeof second === 'string' ? first : Uint8Array.from([...first, ...second]));
}
function damagedAt(sample: Sample, at: number, by: number): Sample {
  const body = bodyOf(sample);
  const place = at % Math.max(1, body.length);
  if (typeof body === 'string')
    return withBody(sample, body.slice(0, place) + String.fromCharCode(by) + body.slice(place + 1));
  return withBody(
    sample,
    body.map((byte, index) => (index === place ? by : byte)),
  );
}

function nameOf({ url, accepted, firstMessages }: Partial<Opening>): string {
  return [url, accepted, ...(firstMessages ?? []).map(({ text }) => text?.slice(0, 60) ?? 'bytes')]
    .filter((part) => part !== undefined && part !== '')
    .join(' | ');
}
