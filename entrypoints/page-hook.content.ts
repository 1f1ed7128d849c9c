import { defineContentScript } from 'wxt/utils/define-content-script';
import { PORT_HAND_OVER } from '../platform/page/page-port';
import { createRecorder } from '../platform/page/recorder';
import { observeWebSocket } from '../platform/page/websocket-observer';

/** Runs in the page's own world before any of its scripts. Only wiring: what it may do stands in platform/page. */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  world: 'MAIN',
  // No `var pageHook` in the page's global scope.
  globalName: false,
  main() {
    // The viewers of XML and JSON documents get content scripts too, and have no WebSocket.
    if (typeof WebSocket !== 'function') return;
    const { port1, port2 } = new MessageChannel();
    // The relay runs first and listens exactly once, so the port is with it before any script of the page exists.
    dispatchEvent(new MessageEvent(PORT_HAND_OVER, { ports: [port2] }));
    let stop: (() => void) | undefined;
    const start = (): void => {
      stop ??= observeWebSocket(recorder);
    };
    const recorder = createRecorder(
      port1,
      () => {
        stop?.();
        stop = undefined;
      },
      start,
    );
    start();
  },
});
