import type { HangupEvent, MessageEventRecord } from '../../../core/capture/event';
import { readMessageBatch } from '../../../platform/extension/read-message-batch';
import { HEAD, HEAD_FIELDS, KIND } from '../../../platform/page/message-heads';

/** About 200 bytes of JSON, like a stream of updates, read from batches as those are that a page hands over. */
export function createSyntheticMessages(streamId: string, socketId: number) {
  let seq = 100;
  let timeMs = 1_780_000_000_000;
  return (count: number): readonly MessageEventRecord[] => {
    const heads = new Float64Array(count * HEAD_FIELDS);
    const bodies = Array.from({ length: count }, (_, index) => {
      seq += 1;
      const body = `{"type":"${seq % 10 === 0 ? 'status' : 'update'}","n":${seq},"key":"${(seq * 2_654_435_761) % 1_000_000_007}","payload":"${'the quick brown fox '.repeat(7)}"}`;
      const at = index * HEAD_FIELDS;
      heads[at + HEAD.seq] = seq;
      heads[at + HEAD.timeMs] = timeMs += 0.5;
      heads[at + HEAD.socketId] = socketId;
      heads[at + HEAD.sizeBytes] = heads[at + HEAD.keptLength] = body.length;
      heads[at + HEAD.kind] = KIND.isText + (index % 4 === 0 ? KIND.isOut : 0);
      return body;
    });
    // A clone makes one flat text of what would else be a rope of pieces.
    const text = structuredClone(bodies.join(''));
    const batch = { type: 'message-batch', heads, text, bytes: new ArrayBuffer(), blobs: [] };
    const read = readMessageBatch(streamId, batch);
    if (!read.ok) throw new Error(read.problem);
    return read.value.slice();
  };
}

export function openingOf(streamId: string, socketId: number): readonly HangupEvent[] {
  const timeMs = 1_779_999_999_000;
  const common = { source: 'page-hook', streamId, timeMs } as const;
  const url = `wss://bench.example/stream/${socketId}`;
  return [
    { ...common, type: 'source-started', seq: 1, url: 'https://bench.example/', isTopFrame: true },
    { ...common, type: 'socket-constructed', seq: 2 + socketId, socketId, url, protocols: [] },
    { ...common, type: 'socket-open', seq: 30 + socketId, socketId, protocol: '', extensions: '' },
  ];
}
