import type { MessageEventRecord } from '../../capture/event';
import type { Packet } from '../protocol';
import type { ByteCursor } from './byte-cursor';
import { parseJson } from './json-fields';
import { readAwareness, readSync, readVarint, readVarText } from './yjs-packet';
import { toYjsWords } from './yjs-words';

/** Reads what follows the type of a message; undefined: there is no such message. */
export function readHocuspocus(
  type: number,
  cursor: ByteCursor,
  document: string,
  direction: MessageEventRecord['direction'],
): Packet | undefined {
  const place = { channel: document };
  switch (type) {
    // 4 is the same in an answer, so that the other side does not ask back.
    case 0:
    case 4: {
      const sync = readSync(cursor);
      return sync && toYjsWords(sync, document);
    }
    case 1: {
      const awareness = readAwareness(cursor);
      return awareness && toYjsWords(awareness, document);
    }
    case 2:
      return readLogin(cursor, document, direction);
    case 3:
      return toYjsWords({ type: 'query awareness' }, document);
    case 5:
    case 6: {
      const payload = readVarText(cursor);
      const data = parseJson(payload)?.value ?? payload;
      return {
        kind: 'event',
        name: 'stateless',
        summary: `stateless of ${document}: ${payload}`,
        ...place,
        data,
      };
    }
    case 7: {
      // The client asks; the server tells why.
      const reason = cursor.leftBytes === 0 ? '' : readVarText(cursor);
      const who = direction === 'in' ? 'the server' : 'the client';
      const why = reason === '' ? '' : `: ${reason}`;
      return { kind: 'end', name: 'close', summary: `${who} closes ${document}${why}`, ...place };
    }
    case 8: {
      const isSaved = readVarint(cursor) === 1;
      const summary = `sync status of ${document}: ${isSaved ? 'saved' : 'not saved'}`;
      return { kind: 'control', name: 'sync status', summary, ...place };
    }
    default:
      return undefined;
  }
}

/** 0: the client's token, or the server asks for one; 1: refused; 2: accepted. */
function readLogin(
  cursor: ByteCursor,
  document: string,
  direction: MessageEventRecord['direction'],
): Packet | undefined {
  const place = { channel: document };
  const id = `login ${document}`;
  switch (readVarint(cursor)) {
    case 0: {
      if (direction === 'in')
        return { kind: 'control', name: 'token wanted', summary: `token wanted for ${document}`, ...place };
      // Never the token: rows are copied into bug reports.
      const token = readVarText(cursor);
      // Since version 3 the provider adds its own version.
      const version = cursor.leftBytes === 0 ? '' : `, provider ${readVarText(cursor)}`;
      const how = token === '' ? 'without a token' : 'with a token';
      return {
        kind: 'request',
        name: 'login',
        summary: `login to ${document} ${how}${version}`,
        callId: id,
        ...place,
      };
    }
    case 1: {
      const message = readVarText(cursor);
      const said = message === '' ? 'no reason given' : message;
      const summary = `login to ${document} refused: ${said}`;
      const failure = { code: 'permission-denied', message };
      return { kind: 'response', name: 'permission denied', summary, replyTo: id, ...place, failure };
    }
    case 2: {
      const scope = readVarText(cursor);
      return {
        kind: 'response',
        name: 'authenticated',
        summary: `login to ${document} accepted, ${scope}`,
        replyTo: id,
        ...place,
      };
    }
    default:
      return undefined;
  }
}
