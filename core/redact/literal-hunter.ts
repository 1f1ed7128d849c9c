/** Finds many literal texts in one walk over another text. The longest that begins at a place wins. */
export interface LiteralHunter {
  add(literal: string, found: string): void;
  /** @param onFound is told what stands in the hit's place, and says what to write instead of it */
  replace(text: string, onFound: (found: string) => string | undefined): string;
  isEmpty(): boolean;
}

/** A radix tree: a node's label is shared by all that begins with it, so tokens of one issuer cost no more than others. */
interface Node {
  label: string;
  found: string | undefined;
  readonly children: Map<number, Node>;
}

/** What begins at the first two characters of no literal is passed over without a look into the tree. */
const STARTS = 65_536;

export function createLiteralHunter(): LiteralHunter {
  const root: Node = { label: '', found: undefined, children: new Map() };
  const starts = new Uint8Array(STARTS);

  function find(text: string, start: number): { readonly end: number; readonly found: string } | undefined {
    let node: Node | undefined = root;
    let at = start;
    let best: { readonly end: number; readonly found: string } | undefined;
    while (node !== undefined) {
      if (!text.startsWith(node.label, at)) break;
      at += node.label.length;
      if (node.found !== undefined && isWhole(text, start, at)) best = { end: at, found: node.found };
      node = node.children.get(text.charCodeAt(at));
    }
    return best;
  }

  return {
    isEmpty: () => root.children.size === 0,
    add(literal, found) {
      if (literal.length < 2) return;
      starts[startOf(literal, 0)] = 1;
      let node = root;
      let at = 0;
      for (;;) {
        const shared = sharedLength(node.label, literal, at);
        if (shared < node.label.length) split(node, shared);
        at += shared;
        if (at === literal.length) {
          node.found ??= found;
          return;
        }
        const code = literal.charCodeAt(at);
        const next = node.children.get(code);
        if (next === undefined) {
          node.children.set(code, { label: literal.slice(at), found, children: new Map() });
          return;
        }
        node = next;
      }
    },
    replace(text, onFound) {
      let out = '';
      let copied = 0;
      for (let index = 0; index + 1 < text.length;) {
        const hit = starts[startOf(text, index)] === 1 ? find(text, index) : undefined;
        const written = hit && onFound(hit.found);
        if (hit === undefined || written === undefined) {
          index += 1;
          continue;
        }
        out += text.slice(copied, index) + written;
        copied = index = hit.end;
      }
      return copied === 0 ? text : out + text.slice(copied);
    },
  };
}

function startOf(text: string, index: number): number {
  return (text.charCodeAt(index) * 251 + text.charCodeAt(index + 1)) & (STARTS - 1);
}

function sharedLength(label: string, literal: string, at: number): number {
  const most = Math.min(label.length, literal.length - at);
  let length = 0;
  while (length < most && label.charCodeAt(length) === literal.charCodeAt(at + length)) length += 1;
  return length;
}

function split(node: Node, length: number): void {
  const rest: Node = { label: node.label.slice(length), found: node.found, children: new Map(node.children) };
  node.label = node.label.slice(0, length);
  node.found = undefined;
  node.children.clear();
  node.children.set(rest.label.charCodeAt(0), rest);
}

/** Words and numbers are hits only as a whole: the secret 12345678 is not in the time 1712345678901. */
function isWhole(text: string, start: number, end: number): boolean {
  const isPlain = /^(?:\d+|[a-zA-Z]+)$/.test(end - start > 64 ? '-' : text.slice(start, end));
  return !isPlain || !(isWordAt(text, start - 1) || isWordAt(text, end));
}
function isWordAt(text: string, index: number): boolean {
  return /\w/.test(text.charAt(index));
}
