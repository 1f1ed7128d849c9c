import type { Browser } from 'wxt/browser';

type Port = Browser.runtime.Port;

export interface MemoryPort {
  readonly sender: { readonly url: string; readonly tab?: { readonly id: number } };
}

interface End {
  readonly listeners: ((message: unknown) => void)[];
  readonly closers: (() => void)[];
  /** What is on its way to this end; the last may be the notice of the other's end. */
  readonly inbox: ({ readonly message: unknown } | 'closed')[];
  isOpen: boolean;
  isPostable: boolean;
}

/** Runtime ports whose messages arrive when told to: in order on each port, in any order between ports. */
export function createMemoryPorts() {
  let pairs: { readonly near: End; readonly far: End; hasFar: boolean; readonly accept: () => void }[] = [];

  const newEnd = (): End => ({ listeners: [], closers: [], inbox: [], isOpen: true, isPostable: true });

  function facade(own: End, other: End, name: string, sender: MemoryPort['sender']): Port {
    const port = {
      name,
      sender,
      postMessage(message: unknown) {
        if (!own.isOpen || !own.isPostable) throw new Error('Attempting to use a disconnected port object');
        other.inbox.push({ message: structuredClone(message) });
      },
      disconnect() {
        own.isOpen = false;
        own.inbox.length = 0;
        other.inbox.push('closed');
      },
      onMessage: { addListener: (listener: (message: unknown) => void) => own.listeners.push(listener) },
      onDisconnect: { addListener: (listener: () => void) => own.closers.push(listener) },
    };
    return port as unknown as Port;
  }

  function deliverTo(end: End): void {
    const next = end.inbox.shift();
    if (next === undefined) return;
    if (next === 'closed') {
      if (!end.isOpen) return;
      end.isOpen = false;
      for (const close of end.closers) close();
    } else if (end.isOpen) for (const listen of end.listeners) listen(next.message);
  }

  return {
    connect(name: string, sender: MemoryPort['sender'], accept: (port: Port) => void): Port {
      const near = newEnd();
      const far = newEnd();
      pairs.push({ near, far, hasFar: false, accept: () => accept(facade(far, near, name, sender)) });
      return facade(near, far, name, sender);
    },
    /** Delivers one of the messages that are next on their port; false when there are none. */
    deliver(choice: number): boolean {
      const ready = pairs.flatMap((pair) => {
        const toFar = pair.far.inbox.length > 0 ? [{ pair, end: pair.far }] : [];
        const toNear = pair.near.inbox.length > 0 ? [{ pair, end: pair.near }] : [];
        return [...toFar, ...toNear];
      });
      const chosen = ready[choice % Math.max(1, ready.length)];
      if (chosen === undefined) return false;
      // The background starts with the first message that gets through to it.
      if (chosen.end === chosen.pair.far && !chosen.pair.hasFar) {
        chosen.pair.hasFar = true;
        chosen.pair.accept();
      }
      deliverTo(chosen.end);
      return true;
    },
    cutAll(isNoticedLate: boolean) {
      for (const { near, far } of pairs) {
        far.isOpen = false;
        far.inbox.length = 0;
        // What the dead had sent may still arrive, and then the notice.
        near.inbox.push('closed');
        if (isNoticedLate) near.isPostable = false;
      }
      pairs = pairs.filter(({ near }) => near.isOpen);
    },
  };
}
