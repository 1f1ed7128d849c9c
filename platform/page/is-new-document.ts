/**
 * False: the page's scripts may have run. Firefox 153 puts content scripts into documents that are already open when an
 * extension is installed or loaded anew; there a page could take the private port on its way, or hand over one of its
 * own. Documents without a server (`about:blank`, `blob:`) are complete from birth, so nothing can be told of those.
 */
export function isNewDocument(): boolean {
  return document.readyState === 'loading' || (location.protocol[0] !== 'h' && location.protocol[0] !== 'f');
}
