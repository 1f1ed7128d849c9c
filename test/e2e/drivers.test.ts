import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium, openPlainChromium } from '../support/browsers/chromium';
import { openFirefox, openPlainFirefox } from '../support/browsers/firefox';
import type { InspectedTab, PlainTab } from '../support/browsers/inspected-tab';

// The drivers are proved first: when one of these fails, what the other browser tests say means little.

const BROWSERS = [
  {
    name: 'Chromium',
    open: openChromium,
    openPlain: openPlainChromium,
    extensionDir: '.output/chrome-mv3',
    light: 'default',
  },
  {
    name: 'Firefox',
    open: openFirefox,
    openPlain: openPlainFirefox,
    extensionDir: '.output/firefox-mv3',
    light: 'light',
  },
] as const;

const servers: http.Server[] = [];
let origin = '';
let selfSignedOrigin = '';

beforeAll(async () => {
  function answer(request: http.IncomingMessage, response: http.ServerResponse) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<title>Page</title><p>Page at ${request.url ?? ''}</p>`);
  }
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  origin = `http://${await listen(http.createServer(answer))}`;
  selfSignedOrigin = `https://${await listen(https.createServer({ key, cert }, answer))}`;
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: http.Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Width and height stand in a PNG's first chunk. */
function pngSize(file: string) {
  const bytes = fs.readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const THEME = '(globalThis.browser ?? chrome).devtools.panels.themeName';

describe.each(BROWSERS)('$name, with DevTools open before the page', ({ open, extensionDir, light }) => {
  let tab: InspectedTab;

  beforeAll(async () => {
    tab = await open({ extensionDir, theme: 'light' });
    await tab.goto(`${origin}/first`);
  });

  afterAll(() => tab.close());

  it('shows the panel of our extension', async () => {
    expect(await tab.evaluateInPanel('location.pathname')).toBe('/panel.html');
    await tab.waitInPanel('document.body.innerText.trim()', 'the panel to say something');
    expect(await tab.panelText()).not.toBe('');
    expect(await tab.evaluateInPanel(THEME)).toBe(light);
  });

  it("runs expressions in the page's own world", async () => {
    await tab.evaluateInPage('window.mark = new Uint8Array(2)');
    expect(await tab.evaluateInPage('[mark instanceof Uint8Array, document.body.innerText]')).toEqual([
      true,
      'Page at /first',
    ]);
  });

  it('awaits promises, and passes errors on with their text', async () => {
    expect(await tab.evaluateInPanel('Promise.resolve({ deep: [1, { two: 2 }] })')).toEqual({
      deep: [1, { two: 2 }],
    });
    expect(await tab.evaluateInPage('undefined')).toBeUndefined();
    await expect(tab.evaluateInPage('Promise.reject(new TypeError("a bad thing"))')).rejects.toThrow(
      'a bad thing',
    );
    await expect(tab.evaluateInPanel('1 +')).rejects.toThrow();
  });

  it('answers a quick question while a slow one is under way', async () => {
    const slow = tab.evaluateInPage('new Promise((resolve) => setTimeout(() => resolve("slow"), 500))');
    expect(await tab.evaluateInPanel('"quick"')).toBe('quick');
    expect(await slow).toBe('slow');
  });

  it("names what it waited for, and the panel's text, when time is up", async () => {
    const text = await tab.panelText();
    const waiting = tab.waitInPanel('false', 'the moon', 200);
    await expect(waiting).rejects.toThrow(/Waited in vain for the moon/);
    await expect(waiting).rejects.toThrow(text.trim().slice(0, 20));
  });

  it.each([1280, 500])('takes a picture of the panel %i pixels wide', async (width) => {
    const file = path.join(os.tmpdir(), `hangup-drivers-${process.pid}.png`);
    try {
      await tab.screenshot(file, { width, height: 700 });
      expect(pngSize(file)).toEqual({ width, height: 700 });
    } finally {
      fs.rmSync(file, { force: true });
    }
  });

  it('keeps the panel while the page moves on', async () => {
    await tab.evaluateInPanel('void (window.mark = "same document")');
    await tab.goto(`${origin}/second`);
    await tab.waitInPage('document.body.innerText === "Page at /second"', 'the second page');
    expect(await tab.evaluateInPanel('window.mark')).toBe('same document');
  });

  it('refuses a certificate that nobody vouches for', async () => {
    await expect(tab.goto(selfSignedOrigin)).rejects.toThrow();
  });
});

describe.each(BROWSERS)('$name, with DevTools opened later', ({ open, extensionDir }) => {
  it('opens the dark panel on a page that has long been loaded', async () => {
    const tab = await open({ extensionDir, openPanelFirst: false, theme: 'dark' });
    try {
      await tab.goto(origin);
      await tab.evaluateInPage('void (window.mark = 1)');
      await tab.openPanel();
      expect(await tab.evaluateInPanel(THEME)).toBe('dark');
      expect(await tab.evaluateInPage('window.mark')).toBe(1);
    } finally {
      await tab.close();
    }
  });
});

describe.each(BROWSERS)('$name, plain', ({ openPlain }) => {
  it('loads a page without the extension, and is gone after closing', async () => {
    const tab: PlainTab = await openPlain();
    try {
      await tab.goto(`${origin}/plain`);
      expect(await tab.evaluateInPage('document.body.innerText')).toBe('Page at /plain');
      expect(await tab.evaluateInPage('String(WebSocket)')).toContain('[native code]');
    } finally {
      await tab.close();
      await tab.close();
    }
    await expect(tab.evaluateInPage('1')).rejects.toThrow();
  });
});
