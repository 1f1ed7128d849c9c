import { apply, defineProperty, getOwnPropertyDescriptor, stringSlice } from './primordials';

const STACK_LIMIT = 4_096;
const OwnError = Error;
const stackLineOf = /\n[^\n]*hangup-page-hook\.js[^\n]*/g;
const replace = RegExp.prototype[Symbol.replace] as (this: RegExp, text: string, by: string) => string;

/**
 * The page's own call stack, our frames removed.
 *
 * V8 calls `Error.prepareStackTrace` when a stack is first read. A page that has set it (source-map-support,
 * error trackers) would see our reading, so it is put aside for that moment.
 */
export function callerStack(): string | undefined {
  const hook = getOwnPropertyDescriptor(OwnError, 'prepareStackTrace');
  if (hook === undefined) return tidy(new OwnError().stack);
  if (hook.configurable !== true) return undefined;
  defineProperty(OwnError, 'prepareStackTrace', ABSENT);
  try {
    return tidy(new OwnError().stack);
  } finally {
    defineProperty(OwnError, 'prepareStackTrace', hook);
  }
}

const ABSENT = {
  __proto__: null,
  value: undefined,
  writable: true,
  enumerable: false,
  configurable: true,
} as PropertyDescriptor;

function tidy(stack: string | undefined): string | undefined {
  if (typeof stack !== 'string') return undefined;
  // Firefox stacks have no first line with the error's name; a leading newline makes both alike.
  const ours = stringSlice(stack, [0, 6]) === 'Error\n' ? stringSlice(stack, [5]) : `\n${stack}`;
  return stringSlice(apply(replace, stackLineOf, [ours, '']), [1, STACK_LIMIT + 1]);
}
