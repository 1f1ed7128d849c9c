import { browser } from 'wxt/browser';
import { createInspectedPage } from '../../platform/extension/inspected-page';
import { createKeptPayload } from '../../platform/extension/kept-payload';
import { watchNetworkLog } from '../../platform/extension/network-log';
import { createProducerPort } from '../../platform/extension/producer-port';
import { createRecordingGate, createSiteHistory } from '../../platform/extension/recording-gate';
import { createSettingsKeeper } from '../../platform/extension/settings';

/** One per DevTools window, alive from its opening: the panel's document loads only when it is first shown. */
const { panels, network, inspectedWindow } = browser.devtools;
const PANEL = ['Hangup', 'icon/32.png', 'panel.html'] as const;

if (import.meta.env.FIREFOX) {
  panels.create(...PANEL);
} else {
  const streamId = `network-log-${crypto.randomUUID()}`;
  const producer = createProducerPort(
    { streamId, tabId: inspectedWindow.tabId },
    { onDemand: (demand) => messages.onDemand(demand), onOrphaned() {} },
  );
  // Of sockets that the page hook does not see: workers' above all.
  const messages = createKeptPayload(
    (batch) => producer.pass(batch),
    (count) => log.reportDropped(count),
  );
  const gate = createRecordingGate(createSettingsKeeper());
  const sites = createSiteHistory(createInspectedPage());
  const log = watchNetworkLog(
    network,
    (startedMs, act) => sites.since(startedMs, (shown) => gate.pass(shown, act)),
    (records) => producer.control(records),
    (records) => messages.add(records),
  );
  let stopWatching: (() => void) | undefined;
  panels.create(...PANEL, ({ onShown, onHidden }) => {
    onShown.addListener(() => {
      stopWatching ??= log.watch();
    });
    onHidden.addListener(() => {
      stopWatching?.();
      stopWatching = undefined;
    });
  });
}
