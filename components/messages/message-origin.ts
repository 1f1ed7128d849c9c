import type { ListedConnection } from '../../state/listed-connection';

/** Which connection a row belongs to, in a few characters: the last part of its path, and which attempt. */
export function originOf({ connection: { url }, attempt, attemptCount }: ListedConnection): string {
  const number = attemptCount > 1 ? ` #${attempt}` : '';
  if (!URL.canParse(url)) return `?${number}`;
  const { pathname, host } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? host;
  return `${last.length > 14 ? `${last.slice(0, 13)}…` : last}${number}`;
}
