/** Path and query of an address, as protocols are told by them; undefined: it is none. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

export function parseAddress(url: string): Address | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, searchParams } = new URL(url);
  return { path: pathname, query: searchParams };
}
