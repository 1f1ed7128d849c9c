import { getOwnPropertyDescriptor } from './primordials';

const toText = String as (value: unknown) => string;
const { toPrimitive } = Symbol;

/** What the engine says of an object that converts to nothing. Its own words, because they differ per browser. */
const UNCONVERTIBLE = engineWords();

/**
 * Stands in for an object that the browser will turn into a string, so that the page's conversion code runs once, at
 * the browser's moment (after its own checks), and we get to see the result.
 */
export interface TextOnce {
  /** To be given to the native function in place of the object. */
  readonly argument: object;
  /** The text; empty until the browser has asked for it. */
  converted(): string;
}

export function createTextOnce(value: unknown): TextOnce {
  let text = '';
  const argument = {
    __proto__: null,
    [toPrimitive](): unknown {
      try {
        text = toText(value);
        return text;
      } catch (problem) {
        // The browser words this one failure itself ("Failed to execute 'send' on ..."): give it the same reason to.
        if (messageOf(problem) === UNCONVERTIBLE) return argument;
        throw problem;
      }
    },
  };
  return { argument, converted: () => text };
}

function engineWords(): string | undefined {
  try {
    return toText({ __proto__: null });
  } catch (problem) {
    return messageOf(problem);
  }
}

/** Own data property only: reading anything else could run page code. */
function messageOf(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined;
  const message: unknown = getOwnPropertyDescriptor(problem, 'message')?.value;
  return typeof message === 'string' ? message : undefined;
}
