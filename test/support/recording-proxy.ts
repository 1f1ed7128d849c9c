import { WebSocket, type RawData } from 'ws';
import type { HangupEvent } from '../../core/capture/event';
import { createRecordingServer, type Recording } from './recording-server';

/** Stands between a real client and a real server, passes everything on, and writes it down. */
export async function createRecordingProxy(target: string) {
  const server = await createRecordingServer((client) => {
    const { url, accepted } = server.recordings.at(-1) ?? { url: '', accepted: '' };
    const { pathname, search } = new URL(url);
    const upstream = new WebSocket(`${target}${pathname}${search}`, accepted === '' ? [] : [accepted]);
    const waiting: string[] = [];
    client.on('message', (data) => {
      const text = toText(data);
      if (upstream.readyState === WebSocket.OPEN) upstream.send(text);
      else waiting.push(text);
    });
    upstream.on('open', () => {
      for (const text of waiting.splice(0)) upstream.send(text);
    });
    upstream.on('message', (data) => client.send(toText(data)));
    upstream.on('close', (code, reason) =>
      client.close(code === 1005 || code === 1006 ? 1000 : code, reason),
    );
    upstream.on('error', () => client.terminate());
    client.on('close', () => upstream.close());
  });
  return server;
}

/** Text alone: what is recorded here is JSON. */
function toText(data: RawData): string {
  return data instanceof Buffer ? data.toString() : '';
}

/** A recording as a page's half would have told it, a message each 10 ms. The host is one that a person would use. */
export function toEvents({ url, accepted, messages, close }: Recording, quietMs = 0): readonly HangupEvent[] {
  const source = 'page-hook';
  let seq = 0;
  let timeMs = 1_795_428_000_000;
  const next = (passMs = 10) => {
    seq += 1;
    timeMs += passMs;
    return { source, streamId: 'page', seq, timeMs } as const;
  };
  const socketId = 1;
  const address = url.replace('ws://127.0.0.1', 'wss://app.example');
  return [
    { ...next(), type: 'source-started', url: 'https://app.example/', isTopFrame: true },
    {
      ...next(),
      type: 'socket-constructed',
      socketId,
      url: address,
      protocols: accepted === '' ? [] : [accepted],
    },
    { ...next(), type: 'socket-open', socketId, protocol: accepted, extensions: '' },
    ...messages.map((message): HangupEvent => {
      const direction = message.in === undefined ? 'out' : 'in';
      const text = String(message.in ?? message.out);
      return {
        ...next(),
        type: 'message',
        socketId,
        direction,
        format: 'text',
        sizeBytes: text.length,
        text,
      };
    }),
    ...(close === undefined
      ? []
      : [
          {
            ...next(10 + quietMs),
            type: 'socket-close',
            socketId,
            code: close.code,
            reason: close.reason,
            wasClean: true,
            bufferedAmount: 0,
          } as const,
        ]),
  ];
}
