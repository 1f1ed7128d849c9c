import { defineProperty, getOwnPropertyDescriptor, stringSlice } from './primordials';

const STACK_LIMIT = 4_096;
const OwnError = Error;

/**
 * The call stack as the engine words it. Our own frames are in it; core takes them out, because every byte in here
 * is paid by every frame of every page.
 *
 * V8 calls `Error.prepareStackTrace` when a stack is first read. A page that has set it (source-map-support, error
 * trackers) would see our reading, so it is put aside for that moment.
 */
function callerStack(): string | undefined {
  const hook = getOwnPropertyDescriptor(OwnError, 'prepareStackTrace');
  if (hook === undefined) return readStack();
  if (hook.configurable !== true) return undefined;
  defineProperty(OwnError, 'prepareStackTrace', ABSENT);
  try {
    return readStack();
  } finally {
    // Without a prototype: the page may have put a `get` there, which would be called, and nothing be put back.
    defineProperty(OwnError, 'prepareStackTrace', { __proto__: null, ...hook } as PropertyDescriptor);
  }
}

const ABSENT = {
  __proto__: null,
  value: undefined,
  writable: true,
  configurable: true,
} as PropertyDescriptor;

function readStack(): string | undefined {
  const { stack } = new OwnError();
  return typeof stack === 'string' ? stringSlice(stack, [0, STACK_LIMIT]) : undefined;
}

/** A record of what the page called, with the stack of that call where the engine tells it. */
export function withStack<Fields extends object>(record: Fields): Fields & { readonly stack?: string } {
  const stack = callerStack();
  return stack === undefined ? record : { ...record, stack };
}
