import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, type LaunchedChromium } from './chromium-launch';
import { toExtensionPage } from './extension-page';
import { openChromiumPanel, stopServiceWorker, type ChromiumPanel } from './chromium-panel';
import {
  PANEL_SIZE,
  type ExtensionPage,
  type InspectedBrowser,
  type InspectedTab,
  type OpenOptions,
  type OpenWithExtension,
  type PlainTab,
  type Size,
} from './inspected-tab';
import { parseJsonAs, toJsonExpression } from './json-expression';
import { FORGET_SETTINGS, hasSize, PANEL_LOADED } from './panel-states';
import { waitUntil } from './wait-until';

export interface PlainChromiumTab extends PlainTab {
  readonly browser: 'chromium';
  readonly puppeteerBrowser: Browser;
  /** The inspected tab. */
  readonly page: Page;
}

export interface ChromiumTab extends InspectedTab, PlainChromiumTab {
  readonly browser: 'chromium';
  readonly extensionId: string;
  /** The DevTools front end as a page, for looking at the whole window. Throws before `openPanel()`. */
  devtools(): Page;
  /** A PNG of the first element of the panel that the selector finds; it must be on show as a whole. */
  screenshotPart(path: string, selector: string): Promise<void>;
  /** Ends the extension's service worker, as Chromium does when it likes. Does nothing when it is not running. */
  stopServiceWorker(): Promise<boolean>;
  isPanelOpen(): boolean;
}

/** Chromium with our extension, DevTools undocked, the panel 1280x800. */
export async function openChromium(options: OpenWithExtension): Promise<ChromiumTab> {
  const [chromium, extensionId] = await launchWith([options.extensionDir], options);
  try {
    const tab = createTab(chromium, extensionId);
    if (options.openPanelFirst !== false) await tab.openPanel();
    return tab;
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

/** Chromium with our extension, for one tab after the other. */
export async function openChromiumBrowser(
  options: OpenWithExtension,
): Promise<InspectedBrowser<ChromiumTab>> {
  const [{ browser, page: first, close }, extensionId] = await launchWith([options.extensionDir], options);
  return {
    close,
    async openTab({ openPanelFirst = true } = {}) {
      const page = await browser.newPage();
      async function closeTab() {
        if (tab.isPanelOpen()) await tab.evaluateInPanel(FORGET_SETTINGS);
        for (const one of await browser.pages()) if (one !== first) await one.close();
      }
      const tab = createTab({ browser, page, close: closeTab }, extensionId);
      if (openPanelFirst) await tab.openPanel();
      return tab;
    },
  };
}

/** Chromium without our extension and without DevTools. */
export async function openPlainChromium(options: OpenOptions = {}): Promise<PlainChromiumTab> {
  const [chromium] = await launchWith([], options);
  return createPlainTab(chromium);
}

/** @returns the id of the first extension as well */
async function launchWith(
  dirs: readonly string[],
  options: OpenOptions,
): Promise<[LaunchedChromium, string]> {
  const chromium = await launchChromium(options);
  try {
    const ids: string[] = [];
    for (const dir of [...dirs, ...(options.otherExtensionDirs ?? [])])
      ids.push(await chromium.browser.installExtension(dir));
    return [chromium, ids[0] ?? ''];
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

const NAVIGATION_TIMEOUT_MS = 60_000;

interface Evaluates {
  evaluate(source: string): Promise<unknown>;
}

async function evaluateIn<T>(where: Evaluates, expression: string): Promise<T> {
  const json = await where.evaluate(toJsonExpression(expression));
  return parseJsonAs<T>(typeof json === 'string' ? json : undefined);
}

function createPlainTab({ browser, page, close }: LaunchedChromium): PlainChromiumTab {
  return {
    browser: 'chromium',
    processGroupId: browser.process()?.pid ?? NaN,
    puppeteerBrowser: browser,
    page,
    close,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load', timeout: NAVIGATION_TIMEOUT_MS });
    },
    evaluateInPage: <T>(expression: string) => evaluateIn<T>(page, expression),
    async waitInPage(expression, what, timeoutMs) {
      await waitUntil(() => evaluateIn<unknown>(page, expression), { what, timeoutMs });
    },
  };
}

function createTab(chromium: LaunchedChromium, extensionId: string): ChromiumTab {
  let opened: ChromiumPanel | undefined;

  function panel(): ChromiumPanel {
    if (opened === undefined) throw new Error('Call openPanel() first.');
    return opened;
  }
  async function evaluateInPanel<T>(expression: string): Promise<T> {
    return evaluateIn<T>(panel().frame(), expression);
  }
  const panelText = () => evaluateInPanel<string>('document.body.innerText');
  async function waitInPanel(expression: string, what: string, timeoutMs?: number) {
    const instead = async () => `The panel says:\n${await panelText()}`;
    await waitUntil(() => evaluateInPanel<unknown>(expression), { what, timeoutMs, instead });
  }
  function extensionPage(page: Page | null, path: string): Promise<ExtensionPage> {
    if (page === null) throw new Error(`${path} has no page.`);
    return toExtensionPage(path, <T>(expression: string) => evaluateIn<T>(page, expression));
  }
  async function resize(size: Size) {
    await panel().resize(size);
    await waitInPanel(hasSize(size), `the panel to be ${size.width}x${size.height}`);
  }

  async function take(path: string, part?: Rect) {
    const element = await panel().frame().frameElement();
    const box = await element?.boundingBox();
    if (!box) throw new Error('The panel is not shown.');
    const clip = part === undefined ? box : { ...part, x: box.x + part.x, y: box.y + part.y };
    // To capture beyond the viewport, which is the default, resizes it: what measures itself shows that in the picture.
    const options = { path: toPng(path), clip, captureBeyondViewport: false };
    // The panel is a frame of another process, and DevTools' picture of it can lag behind what it has painted (seen
    // in Chromium 156): one plain colour makes a PNG of almost no bytes.
    await waitUntil(async () => (await panel().devtools.screenshot(options)).length > PLAIN_PNG_BYTES, {
      what: 'a picture of the panel that is not one plain colour',
    });
  }

  return {
    ...createPlainTab(chromium),
    extensionId,
    devtools: () => panel().devtools,
    async openExtensionPage(path) {
      const page = await chromium.browser.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`, { timeout: NAVIGATION_TIMEOUT_MS });
      return extensionPage(page, path);
    },
    async findExtensionPage(path) {
      const address = `chrome-extension://${extensionId}/${path}`;
      const target = await chromium.browser.waitForTarget((one) => one.url().startsWith(address), {
        timeout: NAVIGATION_TIMEOUT_MS,
      });
      return extensionPage(await target.page(), path);
    },
    isPanelOpen: () => opened !== undefined,
    evaluateInPanel,
    panelText,
    waitInPanel,
    async openPanel() {
      opened = await openChromiumPanel(chromium.page, extensionId);
      await waitInPanel(PANEL_LOADED, 'the panel to load');
      await resize(PANEL_SIZE);
    },
    async screenshot(path, size) {
      if (size !== undefined) await resize(size);
      await take(path);
    },
    async screenshotPart(path, selector) {
      const rect = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`;
      await take(path, await evaluateInPanel<Rect>(rect));
    },
    stopServiceWorker: () => stopServiceWorker(chromium.page, extensionId),
  };
}

interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** A plain 1280x800 picture takes about 4 kB, the emptiest panel 15 kB. */
const PLAIN_PNG_BYTES = 8_000;

export function toPng(path: string): `${string}.png` {
  if (!isPng(path)) throw new Error(`A screenshot's name ends with .png: ${path}`);
  return path;
}

function isPng(path: string): path is `${string}.png` {
  return path.endsWith('.png');
}
