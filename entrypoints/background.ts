import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createJournal } from '../platform/extension/journal';
import { acceptProbe } from '../platform/extension/probe-port';
import { PROBE_PORT } from '../platform/extension/protocol';
import { createRouter } from '../platform/extension/router';
import { createServerProbe } from '../platform/extension/server-probe';
import { startWebRequestLog } from '../platform/extension/web-request-log';

/** Routes what producers report to the panel of the same tab. May be stopped at any moment and started again. */
export default defineBackground({
  // Firefox runs it as an event page, Chromium as a service worker; both start it when a port or an event arrives.
  type: 'module',
  main() {
    const router = createRouter(createJournal(browser.storage.session));
    const probe = createServerProbe();
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === PROBE_PORT) acceptProbe(port, probe, router);
      else router.accept(port);
    });
    browser.tabs.onRemoved.addListener((tabId) => router.forget(tabId));
    // Chromium must never hold webRequest: it blanks the browser's own failure text on every page.
    if (import.meta.env.FIREFOX)
      startWebRequestLog((tabId, streamId, records) => router.report(tabId, streamId, records));
  },
});
