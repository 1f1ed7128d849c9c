import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { socketIo } from '../../../core/protocols/socket-io';
import { createTranscript, type Transcript } from '../../../core/protocols/transcript';
import { toMessage, toOpening, type Sample } from './protocol-table';

const opening = toOpening({ url: 'wss://a.test/socket.io/?EIO=4&transport=websocket' });

function transcriptOf(samples: readonly Sample[]): Transcript {
  const transcript = createTranscript(socketIo, opening);
  transcript.readOn(samples.map((sample, index) => toMessage(sample, index)));
  return transcript;
}

describe('a transcript', () => {
  it('pairs calls with their answers, whoever calls', () => {
    const transcript = transcriptOf([
      { out: '40' },
      { in: '40{"sid":"b"}' },
      { out: '421["save"]' },
      { in: '421["ask"]' },
      { in: '431[]' },
      { out: '431[]' },
    ]);
    expect([0, 2, 3].map((index) => transcript.callAt(index))).toMatchObject([
      { answerIndex: 1, latencyMs: 100 },
      { answerIndex: 4, latencyMs: 200 },
      { answerIndex: 5, latencyMs: 200 },
    ]);
    expect(transcript.unanswered()).toEqual([]);
  });

  it('lists the calls that nobody answered, and no pings', () => {
    const transcript = transcriptOf([
      { out: '427["save"]' },
      { out: '428["load"]' },
      { in: '438[]' },
      { in: '2' },
    ]);
    expect(transcript.unanswered()).toMatchObject([{ index: 0, packet: { name: 'save' } }]);
  });

  it('notes what says how the connection fares, and forgets it again when a late message comes in before it', () => {
    const messages = ['40', '40{"sid":"b"}', '42["chat"]', '2', '41'].map((text, index) =>
      toMessage(index === 0 ? { out: text } : { in: text }, index),
    );
    const transcript = createTranscript(socketIo, opening);
    const names = () => transcript.notable.map(({ index, packet }) => `${index} ${packet.name}`);
    transcript.readOn(messages);
    expect(names()).toEqual(['0 CONNECT', '1 CONNECT', '4 DISCONNECT']);
    expect(transcript.unansweredPing()).toMatchObject({ index: 3 });
    transcript.readOn([...messages.slice(0, 3), toMessage({ in: '42["late"]' }, 2.5), ...messages.slice(3)]);
    expect(names()).toEqual(['0 CONNECT', '1 CONNECT', '5 DISCONNECT']);
    expect(transcript.unansweredPing()).toMatchObject({ index: 4 });
  });

  it('puts heartbeats that follow each other into one row', () => {
    const transcript = transcriptOf([
      { in: '42["a"]' },
      { in: '2' },
      { out: '3' },
      { in: '2' },
      { out: '3' },
      { in: '42["b"]' },
      { in: '2' },
    ]);
    const heartbeats = [0, 1, 2, 3, 4, 5, 6].filter((index) => transcript.isHeartbeat(index));
    expect(heartbeats).toEqual([1, 2, 3, 4, 6]);
    expect(transcript.callAt(1)).toMatchObject({ answerIndex: 2, latencyMs: 100 });
  });

  it('reads on where it stopped, in portions', () => {
    const messages = ['42["a"]', '42["b"]', '42["c"]'].map((text, index) => toMessage({ in: text }, index));
    const transcript = createTranscript(socketIo, opening);
    expect(transcript.readOn(messages, 1)).toBe(false);
    expect(transcript.readCount).toBe(1);
    expect(transcript.decodingAt(1)).toBeUndefined();
    expect(transcript.readOn(messages)).toBe(true);
    expect(transcript.decodingAt(1)).toMatchObject([{ summary: 'event b' }]);
  });

  it('comes to the same however late some messages come', () => {
    const sample = fc.constantFrom<Sample>(
      { in: '2' },
      { out: '3' },
      { out: '421["save"]' },
      { in: '431[]' },
      { out: '422["load"]' },
      { in: '432[]' },
      { in: '451-["file",{"_placeholder":true,"num":0}]' },
      { in: Uint8Array.of(1) },
      { in: '42["chat"]' },
    );
    const late = fc.array(fc.tuple(sample, fc.nat(6)), { maxLength: 40 });
    fc.assert(
      fc.property(late, fc.integer({ min: 1, max: 300 }), (entries, budget) => {
        const ordered = entries.map(([one], index) => toMessage(one, index));
        const arrivals = ordered
          .map((message, index) => ({ message, at: index + (entries[index]?.[1] ?? 0) }))
          .sort((a, b) => a.at - b.at);
        const growing: (typeof ordered)[number][] = [];
        const transcript = createTranscript(socketIo, opening);
        for (const { message } of arrivals) {
          const place = growing.findIndex(({ seq }) => seq > message.seq);
          growing.splice(place === -1 ? growing.length : place, 0, message);
          transcript.readOn(growing, budget);
        }
        while (!transcript.readOn(growing, budget));
        const whole = createTranscript(socketIo, opening);
        whole.readOn(ordered);
        expect(snapshot(transcript)).toEqual(snapshot(whole));
      }),
      { numRuns: 1_000 },
    );
  });
});

function snapshot(transcript: Transcript) {
  const indexes = Array.from({ length: transcript.readCount }, (_, index) => index);
  return {
    heartbeats: indexes.filter((index) => transcript.isHeartbeat(index)),
    decodings: indexes.map((index) => transcript.decodingAt(index)),
    calls: indexes.map((index) => transcript.callAt(index)),
    unanswered: transcript.unanswered(),
  };
}
