import { BadRequest } from './bad-request';

export interface Address {
  readonly pathname: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Splits a request's target. Throws `BadRequest` for what is no path: HTTP also allows `*` and whole URLs. */
export function readAddress(target = '/'): Address {
  if (!target.startsWith('/')) throw new BadRequest('This address is not a path.');
  // Put together, not resolved: `//` alone would be read as the start of a host, and throw.
  const { pathname, searchParams } = new URL(`http://fault-lab.invalid${target}`);
  return { pathname, segments: pathname.split('/').slice(1), query: searchParams };
}
