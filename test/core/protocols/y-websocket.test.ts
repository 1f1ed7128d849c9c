import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { writePermissionDenied } from 'y-protocols/auth';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { identify } from '../../../core/protocols/identify';
import { yWebsocket } from '../../../core/protocols/y-websocket';
import { createRecordingServer } from '../../support/recording-server';
import { describeProtocol, readAll, toMessage, toOpening } from './protocol-table';

const EMPTY_STEP_1 = Uint8Array.of(0, 0, 1, 0);

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
const doc = new Y.Doc();
doc.getText('t').insert(0, 'hello');
const awareness = new Awareness(doc);
awareness.setLocalState({ user: 'joe' });
const update = encodeAwarenessUpdate(awareness, [doc.clientID]);
const gone = encodeAwarenessUpdate(awareness, [doc.clientID], new Map());
awareness.destroy();

describeProtocol(yWebsocket, {
  conversations: [
    {
      shows: 'reads sync, awareness and a refused permission as y-protocols writes them',
      wire: [
        [
          { out: EMPTY_STEP_1 },
          { kind: 'request', summary: 'sync step 1: asks for what is missing', callId: 'sync ' },
        ],
        [
          { in: message(0, (encoder) => encoding.writeUint8Array(encoder, Uint8Array.of(1, 2, 0, 0))) },
          { kind: 'response', summary: 'sync step 2, 2 bytes', replyTo: 'sync ' },
        ],
        [{ in: message(0, (encoder) => writeSyncStep1(encoder, doc)) }, { kind: 'request' }],
        [
          { out: message(0, (encoder) => writeUpdate(encoder, new Uint8Array(300))) },
          { kind: 'event', summary: 'update, 300 bytes' },
        ],
        [
          { out: message(1, (encoder) => encoding.writeVarUint8Array(encoder, update)) },
          { kind: 'event', summary: 'awareness: 1 here', data: [[doc.clientID, { user: 'joe' }]] },
        ],
        [
          { in: message(1, (encoder) => encoding.writeVarUint8Array(encoder, gone)) },
          { summary: 'awareness: 1 gone' },
        ],
        [{ in: Uint8Array.of(1, 1, 0) }, { summary: 'awareness: nobody' }],
        [{ in: Uint8Array.of(3) }, { kind: 'control', summary: 'query awareness: asks who is there' }],
        [
          { in: message(2, (encoder) => writePermissionDenied(encoder, 'read only')) },
          {
            kind: 'error',
            summary: 'permission denied: read only',
            failure: { code: 'permission-denied', message: 'read only' },
          },
        ],
      ],
    },
    {
      shows: 'says what it cannot read',
      wire: [
        [{ in: 'text' }, 'not-mine'],
        [{ in: Uint8Array.of(100, 1) }, 'not-mine'],
        [{ in: new Uint8Array() }, 'not-mine'],
        [{ in: Uint8Array.of(0, 7, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0, 0, 1, 0, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0, 0, 9) }, 'unreadable'],
        [{ in: Uint8Array.of(2, 1, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(1, 3, 1, 0, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(1, 2, 0, 5) }, 'unreadable'],
        [{ in: EMPTY_STEP_1, isCut: true }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { firstMessages: [toMessage({ out: EMPTY_STEP_1 })] },
    { firstMessages: [toMessage({ out: message(0, (encoder) => writeSyncStep1(encoder, doc)) })] },
  ],
  leaves: [
    { firstMessages: [] },
    { firstMessages: [toMessage({ in: Uint8Array.of(3) })] },
    { firstMessages: [toMessage({ out: EMPTY_STEP_1 }), toMessage({ in: 'hello' })] },
    { accepted: 'mqtt', firstMessages: [toMessage({ out: EMPTY_STEP_1 })] },
  ],
});

describe('y-websocket between real parts', () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  it('reads what its provider says and hears', async () => {
    const shared = new Y.Doc();
    shared.getText('t').insert(0, 'from the server');
    const server = await createRecordingServer((socket) => {
      socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(new Uint8Array(data));
        if (decoding.readVarUint(decoder) !== 0) {
          socket.send(new Uint8Array(data));
          return;
        }
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, 0);
        readSyncMessage(decoder, encoder, shared, 'client');
        if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
      });
      socket.send(message(0, (encoder) => writeSyncStep1(encoder, shared)));
    });
    cleanups.push(() => server.close());
    const mine = new Y.Doc();
    const provider = new WebsocketProvider(server.url, 'room', mine, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    cleanups.push(() => {
      provider.destroy();
    });
    await vi.waitFor(() => expect(mine.getText('t').toJSON()).toBe('from the server'));
    mine.getText('t').insert(0, 'and back: ');
    await vi.waitFor(() => expect(shared.getText('t').toJSON()).toBe('and back: from the server'));
    const read = (server.recordings[0]?.messages ?? []).map((one, index) => toMessage(one, index));
    expect(identify(toOpening({ firstMessages: read.slice(0, 8) })).id).toBe('y-websocket');
    const names = readAll(yWebsocket, read).map((decoded) =>
      typeof decoded === 'string' ? decoded : decoded[0].name,
    );
    expect(new Set(names)).toEqual(new Set(['sync step 1', 'sync step 2', 'awareness', 'update']));
  });
});
