import { captureGetter } from './primordials';

const hrefOf = captureGetter<string>(URL.prototype, 'href');
const requestUrlOf = captureGetter<string>(Request.prototype, 'url');
const baseUriOf = captureGetter<string>(Node.prototype, 'baseURI');
const OwnUrl = URL;

/**
 * The address that a request was asked for, without converting what the page handed over a second time: a string, a
 * URL or a Request. Anything else would be page code running twice, and stays unknown.
 */
export function addressOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  try {
    return hrefOf(input);
  } catch {
    // Not a URL: the brand check is the only test that holds across realms.
  }
  try {
    return requestUrlOf(input);
  } catch {
    return undefined;
  }
}

/** An address as the browser resolves it. */
export function absolute(address: string): string {
  return hrefOf(new OwnUrl(address, baseUriOf(document)));
}
