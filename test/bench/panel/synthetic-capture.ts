import type { HangupEvent, MessageEventRecord } from '../../../core/capture/event';

/** About 200 bytes of JSON, like a stream of updates. Cut out of one long text, as those are that a page hands over. */
export function createSyntheticMessages(streamId: string, socketId: number) {
  let seq = 100;
  let timeMs = 1_780_000_000_000;
  return (count: number): readonly MessageEventRecord[] => {
    const bodies = Array.from({ length: count }, () => {
      seq += 1;
      return `{"type":"${seq % 10 === 0 ? 'status' : 'update'}","n":${seq},"key":"${(seq * 2_654_435_761) % 1_000_000_007}","payload":"${'the quick brown fox '.repeat(7)}"}`;
    });
    // JSON.parse makes one flat text of what would else be a rope of pieces.
    const [all = ''] = JSON.parse(JSON.stringify([bodies.join('')])) as readonly string[];
    let at = 0;
    return bodies.map((body, index) => ({
      type: 'message',
      source: 'page-hook',
      streamId,
      socketId,
      seq: seq - bodies.length + index + 1,
      timeMs: (timeMs += 0.5),
      direction: index % 4 === 0 ? 'out' : 'in',
      format: 'text',
      sizeBytes: body.length,
      text: all.slice(at, (at += body.length)),
    }));
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
