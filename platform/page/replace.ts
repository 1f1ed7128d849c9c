import { defineProperty, getOwnPropertyDescriptor } from './primordials';

/** How a Proxy over a method sees a call. */
export type Trap = (
  target: (...parameters: unknown[]) => unknown,
  self: unknown,
  parameters: unknown[],
) => unknown;

/** Puts `value` where the old one was, same flags. Undo leaves it alone when the page has put its own on top. */
export function replaceValue(owner: object, key: string, value: unknown): () => void {
  const before = getOwnPropertyDescriptor(owner, key);
  if (before === undefined) throw new TypeError(`No ${key} to observe`);
  defineProperty(owner, key, { __proto__: null, ...before, value } as PropertyDescriptor);
  return () => {
    if (getOwnPropertyDescriptor(owner, key)?.value === value) {
      defineProperty(owner, key, { __proto__: null, ...before } as PropertyDescriptor);
    }
  };
}

/** The same for a method, as a Proxy over the real one: its name, length and errors stay the browser's. */
export function replaceMethod(owner: object, key: string, trap: Trap): () => void {
  const method = getOwnPropertyDescriptor(owner, key)?.value as (...parameters: unknown[]) => unknown;
  return replaceValue(
    owner,
    key,
    new Proxy(method, { __proto__: null, apply: trap } as ProxyHandler<typeof method>),
  );
}
