import { browser, type Browser } from 'wxt/browser';
import type { AskProgress, AskServer } from '../../core/probe/ask-server';
import { PROBE_PORT, type FromAsker, type ToAsker } from './protocol';
import type { Router } from './router';
import type { ServerProbe } from './server-probe';

/** The background's end: one port is one question, and whoever lets go of it cancels. */
export function acceptProbe(
  port: Browser.runtime.Port,
  probe: ServerProbe,
  router: Pick<Router, 'report'>,
): void {
  // Our own pages alone: a content script lives in a process that a page may have taken over.
  if (!(port.sender?.url?.startsWith(`${location.origin}/`) ?? false)) {
    port.disconnect();
    return;
  }
  const cancel = new AbortController();
  let isAsked = false;
  port.onDisconnect.addListener(() => cancel.abort());
  port.onMessage.addListener((message: FromAsker) => {
    if (message.kind === 'cancel-probe') {
      cancel.abort();
      return;
    }
    if (isAsked) return;
    isAsked = true;
    const { tabId, question } = message;
    probe
      .run(question, cancel.signal, (step) => send(port, { kind: 'probe-step', step }))
      .then(
        (record) => {
          router.report(tabId, `probe-${crypto.randomUUID()}`, [record]);
          send(port, { kind: 'probe-ended' });
        },
        (problem: unknown) =>
          send(port, {
            kind: 'probe-ended',
            problem: problem instanceof Error ? problem.message : String(problem),
          }),
      );
  });
}

function send(port: Browser.runtime.Port, message: ToAsker): void {
  try {
    port.postMessage(message);
  } catch {
    // The panel is gone; its onDisconnect has cancelled.
  }
}

const NOBODY_ASKS: AskProgress = { connectionId: undefined, step: 0, problem: undefined };

/** The panel's end. */
export function createAskServer({ tabId }: { readonly tabId: number }): AskServer {
  const listeners = new Set<() => void>();
  let progress = NOBODY_ASKS;
  let port: Browser.runtime.Port | undefined;

  function show(next: AskProgress): void {
    progress = next;
    for (const listener of listeners) listener();
  }

  function end(problem: string | undefined): void {
    const ended = port;
    port = undefined;
    ended?.disconnect();
    show({ ...NOBODY_ASKS, problem });
  }

  return {
    ask(question) {
      if (port !== undefined) return;
      try {
        port = browser.runtime.connect({ name: PROBE_PORT });
      } catch {
        show({ ...NOBODY_ASKS, problem: 'The extension was reloaded. Close DevTools and open it again.' });
        return;
      }
      show({ connectionId: question.connectionId, step: 1, problem: undefined });
      port.onMessage.addListener((message: ToAsker) => {
        if (message.kind === 'probe-ended') end(message.problem);
        else show({ ...progress, step: message.step });
      });
      port.onDisconnect.addListener(() => end('The browser stopped the request half-way. Ask again.'));
      const message: FromAsker = { kind: 'probe', tabId, question };
      port.postMessage(message);
    },
    cancel() {
      const message: FromAsker = { kind: 'cancel-probe' };
      port?.postMessage(message);
    },
    progress: () => progress,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
