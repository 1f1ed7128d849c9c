import fs from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { metaOf } from './test-urls';

/** Where the checkout's servers listen, for `{{...}}` in its files. */
export interface Ports {
  readonly http: readonly [number, number];
  readonly https: readonly [number, number];
  readonly ws: number;
  readonly wss: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** As WPT's own server has them. */
const ALIASES: Readonly<Record<string, string>> = {
  '/resources/WebIDLParser.js': '/resources/webidl2/lib/webidl2.js',
};

/** Leaves what the harness found where the runner looks for it. */
const REPORT = `add_completion_callback((tests, status) => {
  const words = ['PASS', 'FAIL', 'TIMEOUT', 'NOTRUN', 'PRECONDITION_FAILED'];
  const outcomes = { 'the whole file': ['OK', 'ERROR', 'TIMEOUT', 'PRECONDITION_FAILED'][status.status] };
  for (const { name, status, message } of tests)
    outcomes[name] = words[status] + (message === null ? '' : ': ' + message);
  globalThis.wptOutcomes = outcomes;
});`;

/** Serves a checkout of web-platform-tests as its own server does, as far as tests of sockets need it. */
export function servePages(checkout: string, ports: () => Ports): http.RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const wanted = ALIASES[url.pathname] ?? decodeURIComponent(url.pathname);
    const file = path.join(checkout, path.normalize(wanted));
    const send = (
      type: string,
      body: string | Buffer,
      headers: readonly (readonly [string, string])[] = [],
    ) => {
      response.setHeader('Content-Type', type);
      response.setHeader('Cache-Control', 'no-store');
      for (const [name, value] of headers) response.appendHeader(name, value);
      response.end(body);
    };
    if (url.pathname === '/resources/testharnessreport.js') {
      send('text/javascript', REPORT);
      return;
    }
    if (url.pathname === '/websockets/security/check.py') {
      send('text/plain', request.headers['sec-websocket-key'] === undefined ? 'PASS' : 'FAIL');
      return;
    }
    if (url.pathname.endsWith('/set-cookie.py')) {
      // websockets/cookies: sets whatever cookie the query names, for the tests that read it over a socket.
      send('text/plain', 'done', [['Set-Cookie', decodeURIComponent(url.search.slice(1))]]);
      return;
    }
    const script = file.replace(/\.html$/, '.js');
    if (/\.(any|window)\.html$/.test(file) && fs.existsSync(script)) {
      send('text/html', pageAround(url.pathname.replace(/\.html$/, '.js'), fs.readFileSync(script, 'utf8')));
      return;
    }
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.statusCode = 404;
      send('text/plain', 'not found');
      return;
    }
    const waitSeconds = /trickle\(d([\d.]+)\)/.exec(url.searchParams.get('pipe') ?? '')?.[1];
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const isTemplate = /\.sub\./.test(path.basename(file)) || url.searchParams.get('pipe') === 'sub';
    const body = fs.readFileSync(file);
    const text = () => substitute(body.toString('utf8'), url, request.headers.host ?? '', ports());
    setTimeout(
      () => send(type, isTemplate ? text() : body, headersBeside(file)),
      Number(waitSeconds ?? 0) * 1_000,
    );
  };
}

function pageAround(script: string, text: string): string {
  const title = metaOf(text, 'title')[0] ?? '';
  const scripts = [...metaOf(text, 'script'), script].map((src) => `<script src="${src}"></script>`);
  const timeout = metaOf(text, 'timeout')[0] === 'long' ? '<meta name="timeout" content="long">' : '';
  return `<!doctype html><meta charset="utf-8">${timeout}<title>${title}</title>
<script>self.GLOBAL = { isWindow: () => true, isWorker: () => false, isShadowRealm: () => false };</script>
<script src="/resources/testharness.js"></script><script src="/resources/testharnessreport.js"></script>
<div id="log"></div>${scripts.join('\n')}`;
}

/** `name: value` lines of `<file>.headers`. */
function headersBeside(file: string): (readonly [string, string])[] {
  const beside = `${file}.headers`;
  if (!fs.existsSync(beside)) return [];
  return [...fs.readFileSync(beside, 'utf8').matchAll(/^([^:\n]+):\s*(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value.trim()] as const,
  );
}

function substitute(text: string, url: URL, host: string, ports: Ports): string {
  const known: Readonly<Record<string, string>> = {
    host: 'localhost',
    'location[server]': `http://${host}`,
    'location[host]': host,
    'location[hostname]': host.replace(/:.*/, ''),
    'domains[]': 'localhost',
    'hosts[][]': 'localhost',
    'hosts[alt][]': '127.0.0.1',
    'ports[http][0]': String(ports.http[0]),
    'ports[http][1]': String(ports.http[1]),
    'ports[https][0]': String(ports.https[0]),
    'ports[https][1]': String(ports.https[1]),
    'ports[ws][0]': String(ports.ws),
    'ports[wss][0]': String(ports.wss),
    'ports[h2][0]': String(ports.https[0]),
  };
  return text.replace(/\{\{([^}]+)\}\}/g, (whole, expression: string) => {
    const subdomain = /^(?:domains|hosts\[\])\[(\w+)\]$/.exec(expression)?.[1];
    if (subdomain !== undefined) return `${subdomain}.localhost`;
    const parameter = /^GET\[(\w+)\]$/.exec(expression)?.[1];
    if (parameter !== undefined) return url.searchParams.get(parameter) ?? '';
    return known[expression] ?? whole;
  });
}
