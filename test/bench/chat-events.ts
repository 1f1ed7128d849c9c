import type { HangupEvent } from '../../core/capture/event';

const SOCKETS = 20;

/** A capture of so many messages on some sockets: what an export has to read for secrets, and finds some in. The same each time. */
export function chatEvents(count: number): readonly HangupEvent[] {
  const events: HangupEvent[] = [];
  for (let socketId = 1; socketId <= SOCKETS; socketId += 1) {
    const url = `wss://api.shop.example/live/${socketId}?conversation_id=${socketId}aa&token=secret-${socketId}-a1b2c3d4`;
    const page = { source: 'page-hook', streamId: 'page', socketId } as const;
    const next = (timeMs: number) => ({ ...page, seq: events.length, timeMs });
    events.push({ ...next(0), type: 'socket-constructed', url, protocols: [] });
    events.push({ ...next(1), type: 'socket-open', protocol: '', extensions: '' });
  }
  for (let index = 0; index < count; index += 1) {
    const text = messageText(index);
    events.push({
      type: 'message',
      source: 'page-hook',
      streamId: 'page',
      socketId: 1 + (index % SOCKETS),
      seq: events.length,
      timeMs: 10 + index,
      direction: index % 3 === 0 ? 'out' : 'in',
      format: 'text',
      sizeBytes: text.length,
      text,
    });
  }
  return events;
}

function messageText(index: number): string {
  const id = `${(index * 2_654_435_761) % 4_294_967_296}`.padStart(12, '0');
  switch (index % 4) {
    case 0:
      return JSON.stringify({
        type: 'status',
        id,
        at: 1_700_000_000_000 + index,
        data: { state: 'running', step: index, text: 'Reading the file and looking for what was asked.' },
      });
    case 1:
      return JSON.stringify({
        type: 'output',
        id: `4f3a9c1e-0000-4000-8000-${id}`,
        data: {
          path: `/workspace/project/src/file-${index % 50}.ts`,
          lines: ['const answer = 42;', 'export default answer;'],
          url: `https://api.shop.example/items/${index}?page=2`,
        },
      });
    case 2:
      return `42["message",${JSON.stringify({ from: 'agent', text: `Step ${index} of the plan is done: the tests pass.`, cursor: index, session: { tokens: 4_096 } })}]`;
    default:
      return JSON.stringify({
        type: 'auth',
        token: `tok-${index % 400}-9f8e7d6c5b4a39281706`,
        user: `user${index % 100}@shop.example`,
        header: `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx${index % 300}In0.c2lnbmF0dXJl${index % 300}`,
      });
  }
}
