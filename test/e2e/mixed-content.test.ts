import https from 'node:https';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { createSelfSignedCertificate } from '../support/fault-lab/certificate';
import { chooseLink, waitForCause, waitForTitles } from '../support/panel-page';

// The lab's certificate is one that browsers refuse, and has to be: here they are told to take any.

const PAGE = `<!doctype html><script>
try { new WebSocket('ws://mixed.test/socket'); globalThis.threw = 'nothing'; }
catch (error) { globalThis.threw = error.name; }
</script>`;

let server: https.Server | undefined;
let origin = '';
beforeAll(async () => {
  server = https.createServer(await createSelfSignedCertificate(), (_request, response) =>
    response.setHeader('Content-Type', 'text/html').end(PAGE),
  );
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  origin = `https://127.0.0.1:${address.port}`;
});
afterAll(() => server?.close());

describe.each(['chromium', 'firefox'] as const)('an https page in %s', (browser) => {
  it('hears that a ws:// socket cannot be', async () => {
    const tab: InspectedTab = await openInspectedTab(browser, { acceptsAnyCertificate: true });
    try {
      await tab.goto(`${origin}/`);
      await tab.waitInPage(`globalThis.threw === 'SecurityError'`, 'the constructor to throw');
      await chooseLink(tab, 'mixed.test');
      await waitForCause(tab, 'constructor-refused');
      await waitForTitles(tab, ['An https:// page may not open a ws:// socket']);
    } finally {
      await tab.close();
    }
  });
});
