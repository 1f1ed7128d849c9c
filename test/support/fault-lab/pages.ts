import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Answer } from './answer';
import { sentence } from './answer';
import { BadRequest, readNumber } from './bad-request';
import type { FaultLab } from './fault-lab';

const folder = path.join(import.meta.dirname, 'pages');
const socketIoDist = path.join(
  path.dirname(createRequire(import.meta.url).resolve('socket.io-client/package.json')),
  'dist',
);
const socketIoClient = path.join(socketIoDist, 'socket.io.js');
const socketIoModule = path.join(socketIoDist, 'socket.io.esm.min.js');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const LONGEST_MS = 3_600_000;
const NATIVE_TIMES = [
  'reconnectMs',
  'attempts',
  'closeAfter',
  'cancelAfter',
  'leaveAfter',
  'leaveAtOnce',
  'reloadAfter',
  'doneAfter',
  'againAfter',
  'sendEvery',
];

interface Page {
  readonly file: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly check?: (query: URLSearchParams) => void;
}

/** What the lab serves, by path. The pages read their parameters themselves; they are only checked here. */
const pages: Readonly<Record<string, Page>> = {
  '/client/socket.io.js': { file: socketIoClient },
  // Has the fetch transport, which the bundle above leaves out.
  '/client/socket.io.esm.js': { file: socketIoModule },
  '/pages/lab.css': { file: 'lab.css' },
  '/pages/lab-log.js': { file: 'lab-log.js' },
  '/pages/native.js': { file: 'native.js' },
  '/pages/socket-io.js': { file: 'socket-io.js' },
  '/pages/blank': { file: 'blank.html' },
  '/pages/left': { file: 'left.html' },
  '/pages/back': { file: 'back.html' },
  '/pages/listens': { file: 'listens.html' },
  '/pages/native': { file: 'native.html', check: checkNative },
  '/pages/socket-io': { file: 'socket-io.html', check: checkSocketIo },
  '/pages/csp-blocked': {
    file: 'native.html',
    headers: { 'Content-Security-Policy': "connect-src 'self'" },
    check: checkNative,
  },
  // Chromium then treats the page like one from the internet (Local Network Access).
  '/pages/public': {
    file: 'native.html',
    headers: { 'Content-Security-Policy': 'treat-as-public-address' },
    check: checkNative,
  },
};

export async function pageAnswer(pathname: string, query: URLSearchParams, lab: FaultLab): Promise<Answer> {
  const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
  if (page === undefined) return sentence(404, 'There is no such page. See / for the list.');
  if (pathname === '/pages/csp-blocked' && !query.has('url')) {
    const Location = `${pathname}?${new URLSearchParams({ url: `${lab.refusedWsOrigin}/csp-blocked`, reconnectMs: '0' })}`;
    return { status: 302, headers: { Location }, body: '' };
  }
  page.check?.(query);
  const file = path.resolve(folder, page.file);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: { 'Content-Type': type, ...page.headers },
    body: await readFile(file, 'utf8'),
  };
}

function checkNative(query: URLSearchParams): void {
  if (!query.has('url')) throw new BadRequest('Add "url": the address that the page shall connect to.');
  for (const name of NATIVE_TIMES) readNumber(query, name, { fallback: 0, most: LONGEST_MS });
  readNumber(query, 'sendBytes', { fallback: 0, most: 2 ** 26 });
  readNumber(query, 'closeCode', { fallback: 1000, most: 65_535 });
}

function checkSocketIo(query: URLSearchParams): void {
  for (const name of ['attempts', 'doneAfter']) readNumber(query, name, { fallback: 0, most: LONGEST_MS });
  const transports = query.get('transports')?.split(',') ?? [];
  if (transports.some((name) => name !== 'websocket' && name !== 'polling')) {
    throw new BadRequest('"transports" is a list of "websocket" and "polling".');
  }
  for (const name of ['path', 'namespace']) {
    if (query.get(name)?.startsWith('/') === false) throw new BadRequest(`"${name}" starts with a slash.`);
  }
}
