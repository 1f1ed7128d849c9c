import { browser } from 'wxt/browser';
import { siteOf } from '../../core/settings/recording';
import type { InspectedPage } from '../../core/settings/settings';

/** The page of this DevTools window. It cannot lie about its address: `location` is unforgeable. */
export function createInspectedPage(): InspectedPage {
  const { inspectedWindow, network } = browser.devtools;
  return {
    watchSite(listener) {
      const stopping = new AbortController();
      const { signal } = stopping;
      let navigations = 0;
      let isKnown = false;
      let known: string | undefined;

      function tell(site: string | undefined): void {
        isKnown = true;
        known = site;
        listener(site);
      }
      function onNavigated(url: string): void {
        navigations += 1;
        tell(siteOf(url));
      }
      function ask(): void {
        const before = navigations;
        askForAddress((address) => {
          // A navigation that came meanwhile knows better.
          if (signal.aborted || navigations !== before) return;
          const site = siteOf(address);
          if (!isKnown || site !== known) tell(site);
        });
      }
      network.onNavigated.addListener(onNavigated);
      ask();
      // A navigation while the listener is still on its way to the browser is told to nobody: whoever comes to the
      // panel makes it ask again.
      addEventListener('focus', ask, { signal });
      return () => {
        stopping.abort();
        network.onNavigated.removeListener(onNavigated);
      };
    },
    reload() {
      inspectedWindow.reload({});
    },
  };
}

/** @param answer gets undefined for a page that runs no scripts of ours, such as the browser's own */
function askForAddress(answer: (address: string | undefined) => void): void {
  const { inspectedWindow } = browser.devtools;
  const toAddress = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  if (!import.meta.env.FIREFOX) {
    inspectedWindow.eval('location.href', (value: unknown) => answer(toAddress(value)));
    return;
  }
  // Firefox gives a promise of [value, problem] where Chromium calls back.
  const inFirefox = inspectedWindow as unknown as { eval(expression: string): Promise<readonly unknown[]> };
  inFirefox.eval('location.href').then(
    ([value]) => answer(toAddress(value)),
    () => answer(undefined),
  );
}
