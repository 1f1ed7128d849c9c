import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { fieldsOf, parseJson, textOf, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

const SUBPROTOCOLS = ['vite-hmr', 'vite-ping'];
/** As many files of an update as a line has room for. */
const PATHS_SHOWN = 5;

export const viteHmr: Protocol = {
  id: 'vite-hmr',
  name: 'Vite HMR',
  recognisedBy:
    'The subprotocol `vite-hmr`, or `vite-ping`, with which a page asks whether the server is back.',
  decodes: 'Connected, updates with the files they touch, full reloads, errors of the build, custom events.',
  recognise: ({ offered, accepted }) =>
    (accepted === '' ? offered : [accepted]).some((one) => SUBPROTOCOLS.includes(one))
      ? 'certain'
      : undefined,
  open: () => createStatelessReader(decode),
  closeCodes: [
    {
      from: 1000,
      meaning: 'The server answers a `vite-ping` with it: it is back.',
      retry: 'yes',
      by: 'server',
    },
    {
      from: 1006,
      meaning: 'The development server stopped or restarts: it ends its sockets without a Close frame.',
      retry: 'yes',
    },
  ],
  failures: [],
  heartbeat: {
    sentBy: 'client',
    everyMs: 30_000,
    deadAfterMs: 'not-set',
    note: 'The client sends a ping that nobody answers, so that proxies keep the connection (`server.hmr.timeout`).',
  },
  // It never opens the connection again: a worker, which nobody sees, asks whether the server is back, and the page reloads.
  reconnects: [],
  testedWith: ['Vite 7.3.8 (server), recorded'],
};

function decode({ text }: MessageEventRecord): Decoding {
  const value = text === undefined ? undefined : parseJson(text)?.value;
  const fields = fieldsOf(value);
  const type = textOf(fields?.get('type'));
  if (fields === undefined || type === undefined) return 'unreadable';
  return [{ name: type, data: value, ...toPacket(type, fields) }];
}

function toPacket(type: string, fields: JsonFields): Pick<Packet, 'kind' | 'summary' | 'failure'> {
  switch (type) {
    case 'connected':
      return { kind: 'control', summary: 'connected' };
    case 'ping':
      return { kind: 'keep-alive', summary: 'ping' };
    case 'update':
      return { kind: 'event', summary: `update${pathsIn(fields.get('updates'))}` };
    case 'full-reload':
      return { kind: 'event', summary: `full reload${after(fields.get('path'))}` };
    case 'prune':
      return { kind: 'event', summary: `prune${pathsIn(fields.get('paths'))}` };
    case 'custom':
      return { kind: 'event', summary: `custom event${after(fields.get('event'))}` };
    case 'error': {
      const error = fieldsOf(fields.get('err'));
      const message = textOf(error?.get('message')) ?? '';
      const where = after(error?.get('id'));
      return { kind: 'error', summary: `build error${where}: ${message}`, failure: { message } };
    }
    default:
      return { kind: 'event', summary: type };
  }
}

function after(value: unknown): string {
  return typeof value === 'string' ? ` ${value}` : '';
}

/** The files of a list, which holds them as they are or as objects with a path. */
function pathsIn(list: unknown): string {
  if (!Array.isArray(list)) return '';
  const entries: readonly unknown[] = list.slice(0, PATHS_SHOWN);
  const paths = entries
    .map((entry) => textOf(entry) ?? textOf(fieldsOf(entry)?.get('path')))
    .filter((path) => path !== undefined);
  const more = list.length > PATHS_SHOWN ? ` and ${list.length - PATHS_SHOWN} more` : '';
  return paths.length === 0 ? '' : ` ${paths.join(', ')}${more}`;
}
