import { browser } from 'wxt/browser';
import { siteOf } from '../../core/settings/recording';
import type { InspectedPage } from '../../core/settings/settings';

/** The page of this DevTools window. It cannot lie about its address: `location` is unforgeable. */
export function createInspectedPage(): InspectedPage {
  const { inspectedWindow, network } = browser.devtools;
  return {
    watchSite(listener) {
      let isStopped = false;
      let hasNavigated = false;
      const onNavigated = (url: string): void => {
        hasNavigated = true;
        listener(siteOf(url));
      };
      network.onNavigated.addListener(onNavigated);
      // Firefox gives a promise of [value, problem]; Chromium calls back.
      function told(value: unknown): void {
        if (isStopped || hasNavigated) return;
        listener(typeof value === 'string' ? siteOf(value) : undefined);
      }
      if (import.meta.env.FIREFOX) {
        const inFirefox = inspectedWindow as unknown as {
          eval(expression: string): Promise<readonly unknown[]>;
        };
        inFirefox.eval('location.href').then(
          ([value]) => told(value),
          () => told(undefined),
        );
      } else {
        inspectedWindow.eval('location.href', told);
      }
      return () => {
        isStopped = true;
        network.onNavigated.removeListener(onNavigated);
      };
    },
    reload() {
      inspectedWindow.reload({});
    },
  };
}
