import fs from 'node:fs';
import {
  COVER_TAB,
  DRAW_PANEL,
  EVALUATE,
  EXTENSION_PAGE,
  OPEN_PANEL,
  RELOAD_ADDON,
  RESIZE_PANEL,
  SET_OFFLINE,
  SET_SITE_ACCESS,
  STOP_BACKGROUND,
} from './firefox-scripts';
import { toExtensionPage } from './extension-page';
import { startFirefoxSession, type FirefoxSession } from './firefox-session';
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

export interface FirefoxTab extends InspectedTab {
  readonly browser: 'firefox';
  /** Ends the extension's event page, as Firefox does after 30 idle seconds. */
  stopBackground(): Promise<void>;
  reloadExtension(): Promise<void>;
  /** Lets the extension into all pages, or keeps it out, as its user can. */
  setSiteAccess(isAllowed: boolean): Promise<void>;
  /** The whole browser, as "Work Offline" does. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Shows another tab in front of this one, or this one again. */
  cover(isCovered: boolean): Promise<void>;
  isPanelOpen(): boolean;
}

/** Firefox with our extension, DevTools in a window of its own, the panel 1280x800. */
export async function openFirefox(options: OpenWithExtension): Promise<FirefoxTab> {
  const session = await startFirefoxSession(options);
  try {
    const addonId = await session.install(options.extensionDir);
    for (const dir of options.otherExtensionDirs ?? []) await session.install(dir);
    const tab = createTab(session, addonId);
    if (options.openPanelFirst !== false) await tab.openPanel();
    return tab;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Firefox with our extension, for one tab after the other. */
export async function openFirefoxBrowser(options: OpenWithExtension): Promise<InspectedBrowser<FirefoxTab>> {
  const session = await startFirefoxSession(options);
  try {
    const addonId = await session.install(options.extensionDir);
    for (const dir of options.otherExtensionDirs ?? []) await session.install(dir);
    return {
      close: session.close,
      async openTab({ openPanelFirst = true } = {}) {
        await session.renewTab();
        async function closeTab() {
          if (tab.isPanelOpen()) await tab.evaluateInPanel(FORGET_SETTINGS);
          await session.renewTab();
        }
        const tab = createTab({ ...session, close: closeTab }, addonId);
        if (openPanelFirst) await tab.openPanel();
        return tab;
      },
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Firefox without our extension and without DevTools. */
export async function openPlainFirefox(options: OpenOptions = {}): Promise<PlainTab> {
  const session = await startFirefoxSession(options);
  try {
    for (const dir of options.otherExtensionDirs ?? []) await session.install(dir);
  } catch (error) {
    await session.close();
    throw error;
  }
  return createPlainTab(session);
}

function createPlainTab(session: FirefoxSession) {
  async function evaluate<T>(toolId: string | null, expression: string): Promise<T> {
    const json = await session.run(EVALUATE, toolId, toJsonExpression(expression));
    return parseJsonAs<T>(typeof json === 'string' ? json : undefined);
  }
  return {
    browser: 'firefox' as const,
    processGroupId: session.processGroupId,
    evaluate,
    goto: session.goto,
    close: session.close,
    evaluateInPage: <T>(expression: string) => evaluate<T>(null, expression),
    async waitInPage(expression: string, what: string, timeoutMs?: number) {
      await waitUntil(() => evaluate<unknown>(null, expression), { what, timeoutMs });
    },
  };
}

function createTab(session: FirefoxSession, addonId: string): FirefoxTab {
  const { evaluate, ...plain } = createPlainTab(session);
  let openToolId: string | undefined;

  function toolId(): string {
    if (openToolId === undefined) throw new Error('Call openPanel() first.');
    return openToolId;
  }
  async function evaluateInPanel<T>(expression: string): Promise<T> {
    return evaluate<T>(toolId(), expression);
  }
  const panelText = () => evaluateInPanel<string>('document.body.innerText');
  async function waitInPanel(expression: string, what: string, timeoutMs?: number) {
    const instead = async () => `The panel says:\n${await panelText()}`;
    await waitUntil(() => evaluateInPanel<unknown>(expression), { what, timeoutMs, instead });
  }
  async function extensionPage(path: string, isNew: boolean): Promise<ExtensionPage> {
    const address = String(await session.run(EXTENSION_PAGE, addonId, path, Number(isNew)));
    return toExtensionPage(path, <T>(expression: string) => evaluate<T>(address, expression));
  }
  async function resize({ width, height }: Size) {
    await session.run(RESIZE_PANEL, toolId(), width, height);
    await waitInPanel(hasSize({ width, height }), `the panel to be ${width}x${height}`);
  }

  return {
    ...plain,
    openExtensionPage: (path) => extensionPage(path, true),
    findExtensionPage: (path) => extensionPage(path, false),
    evaluateInPanel,
    panelText,
    waitInPanel,
    isPanelOpen: () => openToolId !== undefined,
    async openPanel() {
      openToolId = String(await session.run(OPEN_PANEL, addonId));
      await waitInPanel(PANEL_LOADED, 'the panel to load');
      await resize(PANEL_SIZE);
    },
    async screenshot(path, size) {
      if (size !== undefined) await resize(size);
      fs.writeFileSync(path, Buffer.from(String(await session.run(DRAW_PANEL, toolId())), 'base64'));
    },
    async stopBackground() {
      await session.run(STOP_BACKGROUND, addonId);
    },
    async reloadExtension() {
      await session.run(RELOAD_ADDON, addonId);
    },
    async setSiteAccess(isAllowed) {
      await session.run(SET_SITE_ACCESS, addonId, Number(isAllowed));
    },
    async setOffline(isOffline) {
      await session.run(SET_OFFLINE, Number(isOffline));
    },
    async cover(isCovered) {
      await session.run(COVER_TAB, Number(isCovered));
    },
  };
}
