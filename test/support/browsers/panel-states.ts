import type { Size } from './inspected-tab';

// Expressions for evaluateInPanel that tell a state, so that nobody has to sleep and hope.

/** The panel starts as about:blank in both browsers. */
export const PANEL_LOADED = `location.pathname.endsWith('/panel.html') && document.readyState === 'complete'`;

/** A new tab starts as about:blank in both browsers. */
export const EXTENSION_PAGE_LOADED = `location.protocol.endsWith('-extension:') && document.readyState === 'complete'`;

/**
 * What the journal holds of the inspected tab, as text; to be awaited for. Extension pages can read its storage, and
 * what is in there has been acknowledged.
 */
export const JOURNAL = `JSON.stringify(Object.entries(await chrome.storage.session.get(null))
  .filter(([key]) => key.startsWith('journal/' + chrome.devtools.inspectedWindow.tabId + '/'))
  .map(([, entry]) => entry))`;

/** @param entries an expression of the journal's entries @returns one of that source's records, in their order */
export function recordsOf(entries: string, source: 'page-hook' | 'page-lifecycle'): string {
  return `${entries}
    .flatMap(({ records }) => (typeof records === 'string' ? JSON.parse(records) : []))
    .filter(({ source }) => source === '${source}')
    .sort((a, b) => a.seq - b.seq)`;
}

/** Settings and profiles, as they are at first. An extension that was reloaded has left its old panel without any. */
export const FORGET_SETTINGS = `globalThis.chrome?.storage?.local.clear()`;

/** The panel's document has the size and has drawn a frame with it. */
export function hasSize({ width, height }: Size): string {
  return `innerWidth === ${width} && innerHeight === ${height} &&
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`;
}
