export type BrowserName = 'chromium' | 'firefox';

interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

export function browserVariable(browser: BrowserName): string;
export function browserCandidates(browser: BrowserName, machine: Machine): string[];
export function findBrowser(
  browser: BrowserName,
  machine?: Partial<Machine> & { readonly exists?: (path: string) => boolean },
): string | undefined;
export function missingBrowserMessage(browser: BrowserName, machine?: Partial<Machine>): string;
