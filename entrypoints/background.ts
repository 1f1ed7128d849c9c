import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createJournal } from '../platform/extension/journal';
import { acceptProbe } from '../platform/extension/probe-port';
import { PROBE_PORT, WAKE } from '../platform/extension/protocol';
import { createRecordingGate } from '../platform/extension/recording-gate';
import { createRouter } from '../platform/extension/router';
import { createServerProbe } from '../platform/extension/server-probe';
import { createSettingsKeeper } from '../platform/extension/settings';
import { createSiteAccess } from '../platform/extension/site-access';
import { startWebRequestLog } from '../platform/extension/web-request-log';

/** Routes what producers report to the panel of the same tab. May be stopped at any moment and started again. */
export default defineBackground({
  // Firefox runs it as an event page, Chromium as a service worker; both start it when a port or an event arrives.
  type: 'module',
  main() {
    const router = createRouter(createJournal(browser.storage.session), wakeProducers, createSiteAccess());
    const probe = createServerProbe();
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === PROBE_PORT) acceptProbe(port, probe, router);
      else router.accept(port);
    });
    browser.tabs.onRemoved.addListener((tabId) => router.forget(tabId));
    // Chromium must never hold webRequest: it blanks the browser's own failure text on every page.
    if (import.meta.env.FIREFOX) {
      const gate = createRecordingGate(createSettingsKeeper());
      startWebRequestLog(gate, (tabId, streamId, records) => router.report(tabId, streamId, records));
    }
  },
});

/** Relays whose port was cut while nobody watched do not know that somebody does now. */
function wakeProducers(tabId: number): void {
  browser.tabs.sendMessage(tabId, WAKE).catch(() => {
    // No relay of this tab has anything to tell.
  });
}
