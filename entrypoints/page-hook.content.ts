import { defineContentScript } from 'wxt/utils/define-content-script';
import { observePage } from '../platform/page/observe-page';
import { isNewDocument } from '../platform/page/is-new-document';
import { PORT_HAND_OVER } from '../platform/page/page-port';
import { createRecorder } from '../platform/page/recorder';
import { createPollingSessions } from '../platform/page/polling-sessions';
import { createTrafficBook } from '../platform/page/traffic';

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
    if (typeof WebSocket !== 'function' || !isNewDocument()) return;
    const { port1, port2 } = new MessageChannel();
    // The relay runs first and listens exactly once, so the port is with it before any script of the page exists.
    dispatchEvent(new MessageEvent(PORT_HAND_OVER, { ports: [port2] }));
    let stop: (() => void) | undefined;
    const recorder = createRecorder(
      port1,
      port2,
      () => {
        stop?.();
        stop = undefined;
      },
      start,
    );
    const book = createTrafficBook(recorder);
    recorder.onWatch(book.reportAll);
    const sessions = createPollingSessions(recorder, book);
    function start(): void {
      stop ??= observePage({ recorder, book, sessions, marksPromisesAsHandled: !import.meta.env.FIREFOX });
    }
    start();
    addEventListener('pagehide', () => {
      if (stop === undefined) return;
      try {
        book.reportLeaving();
        recorder.setLeaving(true);
      } catch {
        recorder.lost();
      }
    });
    // It may come back out of the back/forward cache.
    addEventListener('pageshow', () => recorder.setLeaving(false));
  },
});
