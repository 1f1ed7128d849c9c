import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { PlainTab } from '../../support/browsers/inspected-tab';
import { createSelfSignedCertificate } from '../../support/fault-lab/certificate';
import type { Outcomes } from '../compare';
import { servePages, type Ports } from './page-server';
import { serveSockets } from './socket-server';
import { testUrls } from './test-urls';

export interface WptServer {
  readonly origin: string;
  /** Of all tests, in the order of their files. */
  readonly urls: readonly string[];
  stop(): void;
}

/** @param checkout a checkout of web-platform-tests @param folders such as `websockets` */
export async function startWptServer(checkout: string, folders: readonly string[]): Promise<WptServer> {
  const certificate = await createSelfSignedCertificate();
  const started: { ports?: Ports } = {};
  const pages = servePages(path.resolve(checkout), () => {
    if (started.ports === undefined) throw new Error('The servers have not started.');
    return started.ports;
  });
  const servers = [
    http.createServer(pages),
    http.createServer(pages),
    https.createServer(certificate, pages),
    https.createServer(certificate, pages),
    http.createServer(pages),
    https.createServer(certificate, pages),
  ];
  for (const server of servers) serveSockets(server);
  const [http0, http1, https0, https1, ws, wss] = await Promise.all(servers.map(listen));
  started.ports = {
    http: [http0 ?? 0, http1 ?? 0],
    https: [https0 ?? 0, https1 ?? 0],
    ws: ws ?? 0,
    wss: wss ?? 0,
  };
  const origin = `http://localhost:${http0 ?? 0}`;
  const secureOrigin = `https://localhost:${https0 ?? 0}`;
  return {
    origin,
    urls: folders
      .flatMap((folder) => testUrls(checkout, folder))
      .map((url) => `${needsHttps(url) ? secureOrigin : origin}/${url}`),
    stop() {
      // Not waited for: a socket that a test left half closed counts as a connection for ever, and keeps nothing alive.
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function needsHttps(url: string): boolean {
  return url.includes('.https.') || url.includes('wpt_flags=https');
}

function listen(server: http.Server | https.Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port));
  });
}

/** A file's own time limit is 10 s, or 60 for those that say "long"; the rest is room for a slow machine. */
const PATIENCE_MS = 70_000;

/** Loads one test and waits for what its harness says. */
export async function runWptTest(tab: PlainTab, url: string): Promise<Outcomes> {
  try {
    await tab.goto(url);
    await tab.waitInPage('globalThis.wptOutcomes !== undefined', `the end of ${url}`, PATIENCE_MS);
    return await tab.evaluateInPage<Outcomes>('globalThis.wptOutcomes');
  } catch (problem) {
    return {
      'the whole file': `NO-RESULT: ${problem instanceof Error ? problem.message.slice(0, 200) : ''}`,
    };
  }
}
