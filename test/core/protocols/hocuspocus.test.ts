import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { hocuspocus } from '../../../core/protocols/hocuspocus';
import { describeProtocol, toMessage } from './protocol-table';

type Write = (encoder: encoding.Encoder) => void;

/** As the provider does: the document's name, the type, the content. */
function message(type: number, write: Write, document = 'notes/größe'): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, document);
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
function login(step: number, ...texts: readonly string[]): Write {
  return (encoder) => {
    encoding.writeVarUint(encoder, step);
    for (const text of texts) encoding.writeVarString(encoder, text);
  };
}
const nothing: Write = () => undefined;
const doc = new Y.Doc();
const awareness = new Awareness(doc);
awareness.setLocalState({ user: 'joe' });
const update = encodeAwarenessUpdate(awareness, [doc.clientID]);
awareness.destroy();
const LOGIN = message(2, login(0, 'secret', '4.5.0'));
const STEP_1 = message(0, (encoder) => writeSyncStep1(encoder, doc));

describeProtocol(hocuspocus, {
  conversations: [
    {
      shows: 'reads a session of one document, and says no token',
      wire: [
        [
          { out: LOGIN },
          {
            kind: 'request',
            name: 'login',
            summary: 'login to notes/größe with a token, provider 4.5.0',
            callId: 'login notes/größe',
            channel: 'notes/größe',
          },
        ],
        [
          { in: message(2, login(2, 'read-write')) },
          {
            kind: 'response',
            summary: 'login to notes/größe accepted, read-write',
            replyTo: 'login notes/größe',
          },
        ],
        [{ out: STEP_1 }, { kind: 'request', callId: 'sync notes/größe' }],
        [
          { in: message(4, (encoder) => encoding.writeUint8Array(encoder, Uint8Array.of(1, 2, 0, 0))) },
          { kind: 'response', summary: 'sync step 2 of notes/größe, 2 bytes', replyTo: 'sync notes/größe' },
        ],
        [
          { out: message(0, (encoder) => writeUpdate(encoder, new Uint8Array(9))) },
          { kind: 'event', summary: 'update of notes/größe, 9 bytes' },
        ],
        [
          { in: message(8, (encoder) => encoding.writeVarUint(encoder, 1)) },
          { kind: 'control', summary: 'sync status of notes/größe: saved' },
        ],
        [
          { out: message(1, (encoder) => encoding.writeVarUint8Array(encoder, update)) },
          { kind: 'event', summary: 'awareness of notes/größe: 1 here' },
        ],
        [{ in: message(3, nothing) }, { kind: 'control' }],
        [
          { in: message(5, (encoder) => encoding.writeVarString(encoder, '{"a":1}')) },
          { kind: 'event', name: 'stateless', data: { a: 1 } },
        ],
        [{ in: Uint8Array.of(9) }, { kind: 'ping' }],
        [{ out: Uint8Array.of(10) }, { kind: 'pong' }],
        [{ out: message(7, nothing) }, { kind: 'end', summary: 'the client closes notes/größe' }],
        [
          { in: message(7, (encoder) => encoding.writeVarString(encoder, 'gone')) },
          { kind: 'end', summary: 'the server closes notes/größe: gone' },
        ],
      ],
    },
    {
      shows: 'reads a refused login, one without a token, and a document with a session',
      wire: [
        [
          { out: message(2, login(0, ''), 'a\0session') },
          { summary: 'login to a without a token', channel: 'a' },
        ],
        [
          { in: message(2, login(1, 'permission-denied'), 'a') },
          {
            kind: 'response',
            summary: 'login to a refused: permission-denied',
            replyTo: 'login a',
            failure: { code: 'permission-denied', message: 'permission-denied' },
          },
        ],
        [{ in: message(2, login(0), 'a') }, { kind: 'control', summary: 'token wanted for a' }],
      ],
    },
    {
      shows: 'says what it cannot read',
      wire: [
        [{ in: 'text' }, 'not-mine'],
        [{ in: new Uint8Array() }, 'not-mine'],
        [{ in: Uint8Array.of(8) }, 'not-mine'],
        [{ in: Uint8Array.of(200, 1, 97) }, 'not-mine'],
        [{ in: message(77, nothing) }, 'unreadable'],
        [{ in: message(3, (encoder) => encoding.writeVarUint(encoder, 1)) }, 'unreadable'],
        [{ in: message(2, login(9)) }, 'unreadable'],
        [{ in: LOGIN, isCut: true }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { firstMessages: [toMessage({ out: LOGIN })] },
    { firstMessages: [toMessage({ out: STEP_1 }), toMessage({ in: Uint8Array.of(9) })] },
  ],
  leaves: [
    { firstMessages: [] },
    { firstMessages: [toMessage({ in: Uint8Array.of(9) })] },
    { firstMessages: [toMessage({ in: message(2, login(2, 'readonly')) })] },
    { firstMessages: [toMessage({ out: LOGIN }), toMessage({ out: '{"a":1}' })] },
  ],
});
