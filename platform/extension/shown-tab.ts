import { browser } from 'wxt/browser';

const TAB = 'tab';

/** The tab that one of our pages is about: the one that its address names. */
export function namedTab(): number | undefined {
  const id = new URLSearchParams(location.search).get(TAB);
  return id !== null && /^\d{1,10}$/.test(id) ? Number(id) : undefined;
}

/** The tab under the toolbar button that was pressed. Its id needs no permission. */
export async function shownTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** What the tab calls itself: any text. Undefined: it is gone, or keeps it to itself. */
export async function titleOfTab(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).title?.slice(0, 80);
  } catch {
    return undefined;
  }
}

/** Opens the viewer in a tab of its own; with a tab's recording in it where one is named. */
export async function openViewer(options: { readonly tabId?: number; readonly isExporting?: boolean } = {}) {
  const { tabId, isExporting = false } = options;
  const query = tabId === undefined ? '' : `?${TAB}=${tabId}${isExporting ? '#export' : ''}`;
  await browser.tabs.create({ url: new URL(`/viewer.html${query}`, location.href).href });
}
