import type { Browser } from 'wxt/browser';
import type { Journal } from './journal';
import {
  PANEL_PORT,
  PAYLOAD_CREDIT,
  PRODUCER_PORT,
  type FromPanel,
  type FromProducer,
  type ToPanel,
  type ToProducer,
} from './protocol';

type Port = Browser.runtime.Port;

/** Connects the producers of a tab with the panels that inspect it. Holds nothing that the journal cannot restore. */
export interface Router {
  accept(port: Port): void;
  /** Records of a producer that lives in the background itself. */
  report(tabId: number, streamId: string, records: readonly unknown[]): void;
  /** The tab is gone, and what was recorded in it. */
  forget(tabId: number): void;
}

interface Panel {
  readonly port: Port;
  readonly tabId: number;
  readonly marks: Readonly<Record<string, number>>;
}

export function createRouter(journal: Journal): Router {
  const producers = new Map<string, { readonly port: Port; readonly tabId: number }>();
  const panels = new Map<Port, Panel>();
  let ownBatch = 0;

  function acceptProducer(port: Port): void {
    let identity: { readonly streamId: string; readonly tabId: number } | undefined;
    port.onMessage.addListener((message: FromProducer) => {
      if (message.kind === 'hello') {
        const tabId = tabOf(port, message.tabId);
        if (tabId === undefined) return;
        identity = { streamId: message.streamId, tabId };
        producers.set(message.streamId, { port, tabId });
        for (const panel of panels.values()) if (panel.tabId === tabId) watch(panel, message.streamId, port);
        return;
      }
      if (identity === undefined) return;
      const { streamId, tabId } = identity;
      if (message.kind === 'payload') {
        toPanels(tabId, {
          kind: 'payload',
          streamId,
          records: message.records,
          throughSeq: message.throughSeq,
        });
        return;
      }
      const { batch, records } = message;
      toPanels(tabId, { kind: 'control', streamId, batch, records });
      journal.append(tabId, { streamId, batch, records }).then(
        () => send(port, { kind: 'acknowledge', batch }),
        // Not stored, so not acknowledged: the producer keeps it and sends it again with its next port.
        warnOfRefusal,
      );
    });
    port.onDisconnect.addListener(() => {
      if (identity !== undefined && producers.get(identity.streamId)?.port === port)
        producers.delete(identity.streamId);
    });
  }

  function acceptPanel(port: Port): void {
    port.onMessage.addListener((message: FromPanel) => {
      const panel = panels.get(port);
      switch (message.kind) {
        case 'attach':
          void attach({ port, tabId: message.tabId, marks: message.marks });
          return;
        case 'credit': {
          const producer = producers.get(message.streamId);
          if (producer !== undefined) send(producer.port, { kind: 'credit', credit: message.credit });
          return;
        }
        case 'clear':
          if (panel !== undefined) void journal.clear(panel.tabId);
          return;
      }
    });
    port.onDisconnect.addListener(() => {
      const panel = panels.get(port);
      panels.delete(port);
      if (panel === undefined || [...panels.values()].some(({ tabId }) => tabId === panel.tabId)) return;
      for (const producer of producers.values()) {
        if (producer.tabId === panel.tabId) send(producer.port, { kind: 'unwatch' });
      }
    });
  }

  async function attach(panel: Panel): Promise<void> {
    // Live from now on, history after it: what arrives in both is dropped by the panel as seen.
    panels.set(panel.port, panel);
    const { entries, droppedRecords } = await journal.read(panel.tabId);
    for (const { streamId, batch, records } of entries) {
      send(panel.port, { kind: 'control', streamId, batch, records });
    }
    send(panel.port, { kind: 'attached', droppedRecords });
    for (const [streamId, producer] of producers) {
      if (producer.tabId === panel.tabId) watch(panel, streamId, producer.port);
    }
  }

  function watch(panel: Panel, streamId: string, port: Port): void {
    send(port, { kind: 'watch', afterSeq: panel.marks[streamId] ?? 0, credit: PAYLOAD_CREDIT });
  }

  function toPanels(tabId: number, message: ToPanel): void {
    for (const panel of panels.values()) if (panel.tabId === tabId) send(panel.port, message);
  }

  return {
    accept(port) {
      if (port.name === PRODUCER_PORT) acceptProducer(port);
      else if (port.name === PANEL_PORT) acceptPanel(port);
    },
    report(tabId, streamId, records) {
      const batch = (ownBatch += 1);
      toPanels(tabId, { kind: 'control', streamId, batch, records });
      journal.append(tabId, { streamId, batch, records }).catch(warnOfRefusal);
    },
    forget(tabId) {
      void journal.clear(tabId);
    },
  };
}

function warnOfRefusal(problem: unknown): void {
  console.warn('Hangup: the journal refused a batch', problem);
}

/**
 * A relay's tab is what the browser says it is. Our own DevTools page says which tab it inspects: an undocked
 * DevTools window is itself a tab to Chromium 156, with the id -1.
 */
function tabOf(port: Port, inspectedTabId: number | undefined): number | undefined {
  const isOwnPage = port.sender?.url?.startsWith(`${location.origin}/`) ?? false;
  return isOwnPage ? inspectedTabId : port.sender?.tab?.id;
}

function send(port: Port, message: ToProducer | ToPanel): void {
  try {
    port.postMessage(message);
  } catch {
    // The other side is gone and its onDisconnect is on the way; whoever it was comes back and asks again.
  }
}
