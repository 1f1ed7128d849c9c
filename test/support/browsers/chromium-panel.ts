import type { Frame, Page } from 'puppeteer-core';
import type { Size } from './inspected-tab';
import { waitUntil } from './wait-until';

/** DevTools of a tab, showing a panel of an extension. */
export interface ChromiumPanel {
  /** The DevTools front end itself (devtools://...), as a page. */
  readonly devtools: Page;
  /** The panel's frame, looked up anew each time: it is replaced when the panel reloads. */
  frame(): Frame;
  resize(size: Size): Promise<void>;
}

/**
 * Opens DevTools on a page (puppeteer sends Target.openDevTools, so the page may have loaded long before) and shows the
 * extension's first panel. The front end's modules can be imported in it; a panel is a view whose id starts with the
 * extension's origin. Until the front end has made its settings, asking for the views throws. Seen in Chromium 156.
 */
export async function openChromiumPanel(page: Page, extensionId: string): Promise<ChromiumPanel> {
  const origin = `chrome-extension://${extensionId}/`;
  const devtools = await page.openDevTools();
  await waitUntil(() => devtools.evaluate(showFirstPanel(origin)), {
    what: `DevTools to show a panel of ${origin}`,
  });

  function findFrame() {
    return devtools.frames().find((frame) => frame.url().startsWith(`${origin}panel.html`));
  }
  await waitUntil(findFrame, { what: "the panel's frame" });

  function panelFrame(): Frame {
    const frame = findFrame();
    if (frame === undefined) throw new Error("The panel's frame is gone.");
    return frame;
  }

  return {
    devtools,
    frame: panelFrame,
    async resize({ width, height }) {
      // Around the panel there is only DevTools' own tab strip, above it.
      const element = await panelFrame().frameElement();
      const box = await element?.boundingBox();
      if (!box) throw new Error('The panel is not shown.');
      await devtools.setViewport({ width: width + box.x, height: height + box.y });
    },
  };
}

/** A string, because vitest rewrites the `import()` of a function. */
function showFirstPanel(origin: string): string {
  return `(async () => {
    const { ViewManager } = (await import('./ui/legacy/legacy.js')).ViewManager;
    const views = ViewManager.instance();
    const id = [...views.views.keys()].find((key) => key.startsWith(${JSON.stringify(origin.slice(0, -1))}));
    if (id === undefined) return false;
    await views.showView(id);
    return true;
  })()`;
}

/** Only what is asleep takes so long. */
const NAMING_TIMEOUT_MS = 10_000;
const NAMING_PAUSE_MS = 100;

/**
 * Ends the extension's service worker as Chromium does when it idles; the next event starts it again. Told to the
 * browser by way of a page and never to the worker: one that somebody is attached to never idles, and one that
 * restarts while somebody attaches can hang.
 *
 * @returns false: there was nothing to end. The browser names live workers alone, and this one was asleep
 */
export async function stopServiceWorker(page: Page, extensionId: string): Promise<boolean> {
  const session = await page.createCDPSession();
  try {
    const statuses = new Map<string, string>();
    let stops = 0;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, runningStatus } of versions) {
        if (!scriptURL.startsWith(`chrome-extension://${extensionId}/`)) continue;
        statuses.set(versionId, runningStatus);
        if (runningStatus === 'stopped') stops += 1;
      }
    });
    const endMs = performance.now() + NAMING_TIMEOUT_MS;
    while (statuses.size === 0 && performance.now() < endMs) {
      // The list comes once after each of these; one that was asked for while a worker starts can leave it out.
      await session.send('ServiceWorker.disable');
      await session.send('ServiceWorker.enable');
      await new Promise((done) => setTimeout(done, NAMING_PAUSE_MS));
    }
    for (const [versionId, status] of statuses) {
      if (status === 'stopped') continue;
      const before = stops;
      await session.send('ServiceWorker.stopWorker', { versionId });
      // An event and not the present state: it may run again before anybody can look.
      await waitUntil(() => stops > before, { what: 'the service worker to stop' });
    }
    return stops > 0;
  } finally {
    await session.detach();
  }
}
