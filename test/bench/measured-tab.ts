import puppeteer, { TargetType, type Browser, type CDPSession } from 'puppeteer-core';
import { requireBrowser } from '../support/browsers/find-browser';
import { createTemporaryProfile } from '../support/browsers/temporary-profile';

/** One browser with one tab that nothing listens to but what a variant adds. */
export interface MeasuredTab {
  readonly browser: Browser;
  readonly extensionId: string | undefined;
  readonly session: CDPSession;
  evaluate<T>(expression: string): Promise<T>;
  /** CPU seconds that the page's main thread has used so far. */
  mainThreadSeconds(): Promise<number>;
  close(): Promise<void>;
}

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/**
 * Puppeteer's own Page turns DevTools' Network domain on, which is one of the things to be measured: so the tab is
 * reached by a bare CDP session, with Runtime and Performance alone.
 */
export async function openMeasuredTab(url: string, extensionDir?: string): Promise<MeasuredTab> {
  const profile = createTemporaryProfile();
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    headless: true,
    userDataDir: profile.path,
    pipe: true,
    waitForInitialPage: false,
    enableExtensions: true,
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const extensionId = extensionDir === undefined ? undefined : await browser.installExtension(extensionDir);
  const target = await browser.waitForTarget((one) => one.type() === TargetType.PAGE);
  const session = await target.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  await session.send('Page.navigate', { url });
  while (
    !(await evaluate<boolean>(
      `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`,
    ))
  );
  return {
    browser,
    extensionId,
    session,
    evaluate,
    async mainThreadSeconds() {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    },
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}
