import { failure, success, type Result } from '../result';

/**
 * Reads one JSON text in pieces and hands out the items of its long lists one by one, so that a file of any size needs
 * no more memory than its largest item. Lists are named by their path, `*` for an item of a list: `log.entries`,
 * `log.entries.*._webSocketMessages`. What is not in such a list is handed out at the end, with those lists empty.
 */
export interface JsonSplitter {
  feed(chunk: string): void;
  /** The rest of the text, or a sentence that says what is wrong with it. */
  end(): Result<unknown>;
}

export interface SplitterOptions {
  readonly lists: readonly string[];
  onItem(list: string, item: unknown): void;
  /** An item was larger than `itemLength`, and is left out. */
  onTooLarge(list: string): void;
  /** Longer strings are cut, in UTF-16 units as the file has them; `''` stands for what is in no list. */
  stringLength(list: string): number;
  readonly itemLength: number;
  readonly depth: number;
}

const CUT_OFF = 'This file is cut off: it starts as JSON and ends in the middle. Export or copy it again.';
const DAMAGED = 'This file is damaged: what is in it is no JSON. Export or copy it again.';

interface Container {
  readonly isList: boolean;
  /** Undefined where it is deeper than any list that is split. */
  readonly path: string | undefined;
  /** The name of the list that is split, if this is one. */
  readonly list: string | undefined;
  key: string;
  isKeyNext: boolean;
}

/** The text of one item while it is read; the first one is that of the whole. */
interface Item {
  readonly of: Container | undefined;
  readonly parent: Item | undefined;
  text: string;
  isTooLarge: boolean;
}

export function createJsonSplitter(options: SplitterOptions): JsonSplitter {
  const { itemLength, depth } = options;
  const split = new Set(options.lists);
  const deepest = Math.max(...options.lists.map((list) => list.split('.').length));
  const containers: Container[] = [];
  const whole: Item = { of: undefined, parent: undefined, text: '', isTooLarge: false };
  let item = whole;
  let problem: string | undefined;
  let hasEnded = false;

  let chunk = '';
  /** The next character to look at, and the first that is in no item's text yet. */
  let at = 0;
  let from = 0;

  let isInString = false;
  let isEscaped = false;
  let isCutting = false;
  let stringLength = 0;
  let escapedAt = 0;
  let key: string | undefined;

  function hasProblem(): boolean {
    return problem !== undefined;
  }

  function flush(): void {
    if (at > from && !item.isTooLarge) {
      item.text += chunk.slice(from, at);
      if (item.text.length > itemLength) {
        item.isTooLarge = true;
        item.text = '';
      }
    }
    from = at;
  }

  function beginValue(): void {
    const top = containers.at(-1);
    if (top?.list === undefined || item.of === top) return;
    flush();
    item = { of: top, parent: item, text: '', isTooLarge: false };
  }

  function endItem(): void {
    flush();
    const { text, isTooLarge, of, parent = whole } = item;
    item = parent;
    const list = of?.list ?? '';
    if (isTooLarge) {
      options.onTooLarge(list);
      return;
    }
    const parsed = parse(text);
    if (parsed.ok) options.onItem(list, parsed.value);
    else problem ??= parsed.problem;
  }

  function open(isList: boolean): void {
    const top = containers.at(-1);
    const path = pathUnder(top);
    const list = isList && path !== undefined && split.has(path) ? path : undefined;
    containers.push({ isList, path, list, key: '', isKeyNext: !isList });
    if (containers.length > depth)
      problem ??= `This file nests deeper than ${depth} levels, as no bundle and no HAR does.`;
  }

  function pathUnder(top: Container | undefined): string | undefined {
    if (top === undefined) return '';
    if (top.path === undefined || containers.length > deepest) return undefined;
    const name = top.isList ? '*' : top.key;
    return top.path === '' ? name : `${top.path}.${name}`;
  }

  function close(): void {
    const top = containers.at(-1);
    if (top !== undefined && item.of === top) endItem();
    containers.pop();
    if (containers.length === 0) hasEnded = true;
  }

  function readString(): void {
    const limit = options.stringLength(item.of?.list ?? '');
    const start = at;
    for (; at < chunk.length; at += 1, stringLength += 1) {
      const code = chunk.charCodeAt(at);
      if (isEscaped) isEscaped = false;
      else if (code === BACKSLASH) {
        isEscaped = true;
        escapedAt = stringLength;
      } else if (code === QUOTE) {
        isInString = false;
        break;
      } else if (!isCutting && stringLength > limit && stringLength - escapedAt > ESCAPE_LENGTH) {
        flush();
        isCutting = true;
      }
    }
    if (key !== undefined) key = (key + chunk.slice(start, at)).slice(0, 200);
    if (isCutting) from = at;
    if (isInString) return;
    isCutting = false;
    at += 1;
    const top = containers.at(-1);
    if (key !== undefined && top !== undefined) top.key = key;
  }

  function readSign(): void {
    const code = chunk.charCodeAt(at);
    const top = containers.at(-1);
    switch (code) {
      case QUOTE:
        beginValue();
        isInString = true;
        stringLength = 0;
        escapedAt = -ESCAPE_LENGTH;
        key = top?.isKeyNext === true ? '' : undefined;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        beginValue();
        open(code === OPEN_BRACKET);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        close();
        break;
      case COMMA:
        if (top !== undefined) top.isKeyNext = !top.isList;
        if (top !== undefined && item.of === top) {
          endItem();
          from = at + 1;
        }
        break;
      case COLON:
        if (top !== undefined) top.isKeyNext = false;
        break;
      default:
        if (code > SPACE) beginValue();
        else while (chunk.charCodeAt(at + 1) <= SPACE) at += 1;
    }
    at += 1;
  }

  return {
    feed(next) {
      if (problem !== undefined) return;
      chunk = next;
      at = from = 0;
      while (at < chunk.length) {
        if (isInString) readString();
        else readSign();
        if (hasProblem()) return;
      }
      flush();
    },
    end() {
      if (problem !== undefined) return failure(problem);
      if (!hasEnded) return failure(CUT_OFF);
      if (whole.isTooLarge) return failure(DAMAGED);
      return parse(whole.text);
    },
  };
}

/** All below it is white space, or no JSON. */
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** A string may not be cut inside `\u00e9`. */
const ESCAPE_LENGTH = 6;

function parse(text: string): Result<unknown> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure(DAMAGED);
  }
}
