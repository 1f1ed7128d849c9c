import { defineProperty, getOwnPropertyDescriptor } from './primordials';

/**
 * The offered subprotocols: a string, or the own elements of an array. Other iterables stay unread, because reading
 * them a second time is page code running a second time.
 */
export function offeredProtocols(protocols: unknown): string[] {
  if (typeof protocols === 'string') return [protocols];
  if (!isArray(protocols)) return [];
  const offered: string[] = [];
  for (let index = 0; index < protocols.length && index < 100; index += 1) {
    const value: unknown = getOwnPropertyDescriptor(protocols, index)?.value;
    if (typeof value !== 'string') return [];
    defineProperty(offered, index, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    } as PropertyDescriptor);
  }
  return offered;
}
const isArray = Array.isArray as (value: unknown) => value is readonly unknown[];
