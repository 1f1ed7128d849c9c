import type { Browser } from 'wxt/browser';
import type { Journal } from './journal';
import { PANEL_PORT, PRODUCER_PORT, type FromPanel, type FromProducer, type ToPanel } from './protocol';
import type { SiteAccess } from './site-access';
import { createWatch, type Watch, type Watcher } from './watch';

type Port = Browser.runtime.Port;

/** Connects the producers of a tab with the panels that inspect it. Holds nothing that the journal cannot restore. */
export interface Router {
  accept(port: Port): void;
  /** Records of a producer that lives in the background itself. */
  report(tabId: number, streamId: string, records: readonly unknown[]): void;
  /** The tab is gone, and what was recorded in it. */
  forget(tabId: number): void;
}

interface Producer {
  readonly port: Port;
  readonly tabId: number;
  readonly opening: number;
  readonly watch: Watch;
}

interface Panel extends Watcher {
  readonly tabId: number;
  /** What came while the history was being read, and goes after it. */
  backlog: ToPanel[] | undefined;
}

/**
 * @param wakeProducers asks the producers of a tab that have no port to open one
 * @param siteAccess panels are told of it, because without it they wait in vain
 */
export function createRouter(
  journal: Journal,
  wakeProducers: (tabId: number) => void,
  siteAccess: SiteAccess = { has: () => Promise.resolve(true), onChange: () => undefined },
): Router {
  const producers = new Map<string, Producer>();
  const panels = new Map<Port, Panel>();
  let ownBatch = 0;
  siteAccess.onChange((hasAccess) => {
    for (const { port } of panels.values()) send(port, { kind: 'site-access', hasAccess });
  });

  /** Those that have their history. */
  function watchersOf(tabId: number): Panel[] {
    return [...panels.values()].filter((panel) => panel.tabId === tabId && panel.backlog === undefined);
  }

  function acceptProducer(port: Port): void {
    let identity: { readonly streamId: string; readonly producer: Producer } | undefined;
    port.onMessage.addListener((message: FromProducer) => {
      if (message.kind === 'hello') {
        const tabId = tabOf(port, message.tabId);
        if (tabId === undefined) return;
        const { streamId, opening } = message;
        const watch = createWatch(streamId, (demand) => send(port, demand));
        const producer = { port, tabId, opening, watch };
        identity = { streamId, producer };
        if ((producers.get(streamId)?.opening ?? 0) > opening) return;
        producers.set(streamId, producer);
        producer.watch.restart(watchersOf(tabId));
        return;
      }
      if (identity === undefined) return;
      const { streamId, producer } = identity;
      const { tabId, watch } = producer;
      if (message.kind === 'payload') {
        watch.deliver(message, (watcher, batch) => send(watcher.port, batch));
        return;
      }
      if (message.kind === 'whole') {
        toPanels(tabId, { ...message, streamId });
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
        case 'attach': {
          const { tabId, marks } = message;
          void attach({ port, tabId, marks: new Map(Object.entries(marks)), backlog: [] });
          return;
        }
        case 'credit':
          if (panel !== undefined) producers.get(message.streamId)?.watch.acknowledge(panel, message);
          return;
        case 'whole':
          if (panel !== undefined) askForWhole(panel, message);
          return;
        case 'clear':
          if (panel !== undefined) void journal.clear(panel.tabId);
          return;
      }
    });
    port.onDisconnect.addListener(() => {
      const panel = panels.get(port);
      panels.delete(port);
      if (panel === undefined) return;
      for (const { tabId, watch } of producers.values()) if (tabId === panel.tabId) watch.leave(panel);
    });
  }

  function askForWhole({ port, tabId }: Panel, { streamId, seq }: { streamId: string; seq: number }): void {
    const producer = producers.get(streamId);
    if (producer?.tabId === tabId) send(producer.port, { kind: 'whole', seq });
    // Its page has been left.
    else send(port, { kind: 'whole', streamId, seq, records: [] });
  }

  async function attach(panel: Panel): Promise<void> {
    const { port, tabId } = panel;
    panels.set(port, panel);
    try {
      const { entries, droppedRecords } = await journal.read(tabId);
      for (const { streamId, batch, records } of entries) {
        send(port, { kind: 'control', streamId, batch, records });
      }
      // What is in both is dropped by the panel as seen.
      for (const message of panel.backlog ?? []) send(port, message);
      // In the same breath: what came while anything was awaited in between would be in a backlog that nobody sends.
      panel.backlog = undefined;
      send(port, { kind: 'attached', droppedRecords });
    } catch (problem) {
      // The panel hears nothing, and tries again.
      console.warn('Hangup: the journal cannot be read', problem);
      panels.delete(port);
      return;
    }
    if (!panels.has(port)) return;
    void siteAccess.has().then((hasAccess) => send(port, { kind: 'site-access', hasAccess }));
    const watchers = watchersOf(tabId);
    for (const producer of producers.values()) if (producer.tabId === tabId) producer.watch.restart(watchers);
    wakeProducers(tabId);
  }

  function toPanels(tabId: number, message: ToPanel): void {
    for (const panel of panels.values()) {
      if (panel.tabId !== tabId) continue;
      if (panel.backlog === undefined) send(panel.port, message);
      else panel.backlog.push(message);
    }
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

function send(port: Port, message: unknown): void {
  try {
    port.postMessage(message);
  } catch {
    // The other side is gone and its onDisconnect is on the way; whoever it was comes back and asks again.
  }
}
