import { browser } from 'wxt/browser';
import { watchNetworkLog } from '../../platform/extension/network-log';
import { createProducerPort } from '../../platform/extension/producer-port';

/** One per DevTools window, alive from its opening: the panel's document loads only when it is first shown. */
const { panels, network, inspectedWindow } = browser.devtools;
panels.create('Hangup', 'icon/32.png', 'panel.html');

if (!import.meta.env.FIREFOX) {
  const streamId = `network-log-${crypto.randomUUID()}`;
  const producer = createProducerPort(
    { streamId, tabId: inspectedWindow.tabId },
    { onDemand() {}, onOrphaned() {} },
  );
  watchNetworkLog(network, (records) => producer.control(records));
}
