import type { Profile } from '../profiles/profile';

/**
 * Query parameters that change from attempt to attempt in the protocols themselves: Engine.IO's session id and
 * cache buster, and the credentials that a client renews. Their values are never part of an endpoint's name.
 */
const VOLATILE_PARAMETERS = [
  'sid',
  't',
  'token',
  'access_token',
  'auth',
  'key',
  'api_key',
  'signature',
  'expires',
  '_',
];

/** An address without what changes from attempt to attempt: two attempts of one link have the same endpoint. */
export function endpointOf(url: string, profiles: readonly Profile[]): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, searchParams, protocol: scheme } = new URL(url);
  const isVolatile = new Set(VOLATILE_PARAMETERS);
  for (const profile of profiles) for (const name of profile.volatileParameters) isVolatile.add(name);
  // One Engine.IO link may begin with polling in one attempt and with a WebSocket in the next.
  const isEngineIo = searchParams.has('EIO');
  if (isEngineIo) isVolatile.add('transport').add('b64');
  const protocol = isEngineIo ? scheme.replace(/^http/, 'ws') : scheme;
  const kept = [...searchParams.entries()].filter(([name]) => !isVolatile.has(name));
  const query = new URLSearchParams(kept);
  query.sort();
  const text = query.toString();
  return `${protocol}//${host}${pathname}${text === '' ? '' : `?${text}`}`;
}
