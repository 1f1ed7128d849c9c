import type { BrowserName } from '../../../scripts/find-browser.mjs';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The panel's size when a tab opens. */
export const PANEL_SIZE: Size = { width: 1280, height: 800 };

export interface OpenOptions {
  /** Further extensions, installed after ours. */
  readonly otherExtensionDirs?: readonly string[];
  readonly headless?: boolean;
  /** False: the page can load before DevTools opens; call `openPanel()` later. Default true. */
  readonly openPanelFirst?: boolean;
  /** Where downloads land without a question. */
  readonly downloadDir?: string;
  /** DevTools' own theme, which `devtools.panels.themeName` reports. */
  readonly theme?: 'light' | 'dark';
  /** As people set it in their system who do not bear movement. */
  readonly prefersReducedMotion?: boolean;
  /** Every certificate will do. Default: certificate errors stay errors. */
  readonly acceptsAnyCertificate?: boolean;
  /** More arguments for the browser's command line. */
  readonly args?: readonly string[];
}

export interface OpenWithExtension extends OpenOptions {
  /** Our extension, built. */
  readonly extensionDir: string;
}

export type TabOptions = Pick<OpenOptions, 'openPanelFirst'>;

/** A browser with our extension, for one inspected tab after the other: starting a browser takes longer than all else. */
export interface InspectedBrowser<Tab extends InspectedTab = InspectedTab> {
  /**
   * A new tab with a DevTools of its own, which knows nothing of those before it. Closing it closes what else was
   * opened in the browser, and puts settings and profiles back to how they are at first.
   */
  openTab(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** One browser with one tab. Expressions are JavaScript source; their results are awaited and must survive JSON. */
export interface PlainTab {
  readonly browser: BrowserName;
  /** Of all its processes: a signal to it reaches each of them. */
  readonly processGroupId: number;
  /** Navigates the tab and waits for its load event. Throws when the browser shows an error page. */
  goto(url: string): Promise<void>;
  /** Runs in the page's own world, as the page's scripts do. */
  evaluateInPage<T>(expression: string): Promise<T>;
  /** Polls until the expression is truthy. Default time-out 60 s. */
  waitInPage(expression: string, what: string, timeoutMs?: number): Promise<void>;
  /** Ends every process of the browser and removes its profile. Safe to call twice. */
  close(): Promise<void>;
}

/** A page of the extension in a tab of its own. */
export interface ExtensionPage {
  evaluate<T>(expression: string): Promise<T>;
  /** Polls until the expression is truthy; the time-out's message holds `what` and the page's text. */
  waitFor(expression: string, what: string, timeoutMs?: number): Promise<void>;
}

/** A tab with the real DevTools open on it, showing our panel. */
export interface InspectedTab extends PlainTab {
  /** Opens a page of the extension in a new tab. @param path without a slash: `viewer.html` */
  openExtensionPage(path: string): Promise<ExtensionPage>;
  /** The page that the extension has opened itself, once it is there. @param path how its address begins */
  findExtensionPage(path: string): Promise<ExtensionPage>;
  /** Opens DevTools on the tab and shows our panel; ready when the panel's document has loaded. */
  openPanel(): Promise<void>;
  evaluateInPanel<T>(expression: string): Promise<T>;
  panelText(): Promise<string>;
  /** Polls until the expression is truthy; the time-out's message holds `what` and the panel's text. */
  waitInPanel(expression: string, what: string, timeoutMs?: number): Promise<void>;
  /** A PNG of the panel alone, exactly `size` when given; the panel keeps that size. */
  screenshot(path: string, size?: Size): Promise<void>;
}
