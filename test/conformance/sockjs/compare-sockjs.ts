import { build } from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { compareMocha, type SuiteServer } from '../mocha/compare-mocha';
import { suitePages } from '../mocha/suite-pages';

/** Under which the suite asks for its server, see tests/lib/test-utils.js and karma.conf.js there. */
const PREFIX = '/sockjs-test';

/**
 * Runs the own browser tests of sockjs-client: WebSocket, streams and polls over XMLHttpRequest, and iframes.
 *
 * @param checkout a checkout of sockjs/sockjs-client with its packages installed
 * @returns how many tests differ each time
 */
export async function compareSockJs(browser: BrowserName, checkout: string): Promise<number> {
  const packageDir = path.resolve(checkout);
  return compareMocha(browser, { name: 'sockjs-client', start: () => startServer(packageDir) });
}

async function bundle(packageDir: string, entry: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(packageDir, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"test"' },
    ...(globalName !== undefined && { globalName }),
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The checkout's own test server has its own port; here both share one, as karma's proxy makes it look there. */
async function startServer(packageDir: string): Promise<SuiteServer> {
  const sockjs = http.createServer(answerPlainly);
  const { install } = createRequire(path.join(packageDir, 'package.json'))(
    './tests/support/sockjs_app.js',
  ) as { readonly install: (options: object, server: http.Server) => void };
  install({ sockjs_url: `${PREFIX}/lib/sockjs.js`, log: () => undefined }, sockjs);
  const library = await bundle(packageDir, 'lib/entry.js', 'SockJS');
  const pages = suitePages(
    packageDir,
    await bundle(packageDir, 'tests/browser.js'),
    { [`${PREFIX}/lib/sockjs.js`]: library },
    // tests/support/domain.js: the iframes do the same, and reach this page only if both have.
    `<script>document.domain = document.domain; globalThis.clientOptions = { url: location.origin.replace('localhost', '127.0.0.1') + '${PREFIX}' };</script>`,
  );
  const iframe = fs.readFileSync(path.join(packageDir, 'tests/html/iframe.html'));
  const server = http.createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith(`${PREFIX}/iframe.html`)) {
      response.setHeader('Content-Type', 'text/html').end(iframe);
      return;
    }
    if (!url.startsWith(`${PREFIX}/`) || url.endsWith('/sockjs.js')) {
      pages(request, response);
      return;
    }
    request.url = url.slice(PREFIX.length);
    sockjs.emit('request', request, response);
  });
  server.on('upgrade', (request: http.IncomingMessage, ...rest) => {
    request.url = request.url?.slice(PREFIX.length);
    sockjs.emit('upgrade', request, ...rest);
  });
  await new Promise<void>((done) => void server.listen(0, done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The three plain addresses that the suite's receivers read, as its tests/support/sockjs_server.js answers them. */
function answerPlainly({ url = '' }: http.IncomingMessage, response: http.ServerResponse): void {
  const text = 'a'.repeat(2_048);
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (url.includes('/slow-script.js')) {
    response.writeHead(200, { 'Content-Type': 'application/javascript' });
    setTimeout(() => response.end('var a = 1;\n'), 500);
  } else if (url.includes('/streaming.txt')) {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).write(`${text}\n`);
    setTimeout(() => response.end('b\n'), 250);
  } else if (url.includes('/simple.txt')) {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`${text}\nb\n`);
  } else {
    response.writeHead(404).end();
  }
}
