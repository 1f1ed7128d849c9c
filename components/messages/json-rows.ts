import { createJsonChildren, jsonNodeAt, type JsonChildren, type JsonNode } from './json-outline';
import { text as localText } from '../../locales/text';

/** One line of a JSON tree. */
export interface JsonRow {
  readonly id: string;
  readonly kind: JsonNode['kind'] | 'range';
  /** `key:`, `3:`, `[100 to 199]`; empty: the whole. */
  readonly label: string;
  /** The value, or what an object or array holds. */
  readonly preview: string;
  readonly isBranch: boolean;
  readonly node: JsonNode;
  /** Of a range: its children, from the first to before the last. */
  readonly from: number;
  readonly to: number;
}

export interface JsonRows {
  readonly root: JsonRow;
  /** Of a row that is open, as far as they have been read. */
  childrenOf(row: JsonRow): readonly JsonRow[];
  /** Reads on in what was opened. True: all of it is there. */
  readOn(): boolean;
  /** Children that have been read so far, of everything that was opened. */
  countRead(): number;
}

/** Children that stand in a row; more are gathered in ranges. */
const MOST_CHILDREN = 100;
const PREVIEW_LENGTH = 120;

export function toJsonRows(text: string): JsonRows {
  const children = new Map<number, JsonChildren>();
  const start = text.search(/\S/);
  const root = toRow(jsonNodeAt(text, Math.max(0, start), text.length), '', '$');

  function scanOf(node: JsonNode): JsonChildren {
    const known = children.get(node.start);
    if (known !== undefined) return known;
    const scan = createJsonChildren(text, node);
    // Almost always this is all of it.
    scan.readOn();
    children.set(node.start, scan);
    return scan;
  }

  function toRow(node: JsonNode, label: string, id: string): JsonRow {
    const isBranch = node.kind === 'object' || node.kind === 'array';
    const written = text
      .slice(node.start, Math.min(node.end, node.start + PREVIEW_LENGTH))
      .replace(/\s+/g, ' ');
    const preview = node.end - node.start > PREVIEW_LENGTH ? `${written}…` : written;
    return { id, kind: node.kind, label, preview, isBranch, node, from: 0, to: Infinity };
  }

  function toChild(row: JsonRow, index: number): readonly JsonRow[] {
    const node = scanOf(row.node).at(index);
    if (node === undefined) return [];
    return [toRow(node, `${node.key ?? index}:`, `${row.node.start}/${index}`)];
  }

  return {
    root,
    childrenOf(row) {
      const { count } = scanOf(row.node);
      const to = Math.min(row.to, count);
      const span = to - row.from;
      if (span <= MOST_CHILDREN) return range(row.from, to, 1).flatMap((index) => toChild(row, index));
      let step = MOST_CHILDREN;
      while (span / step > MOST_CHILDREN) step *= MOST_CHILDREN;
      return range(row.from, to, step).map((from) => {
        const end = Math.min(to, from + step);
        const label = localText('messages.range', { from: String(from), to: String(end - 1) });
        return {
          ...row,
          id: `${row.node.start}/${from}-${step}`,
          kind: 'range',
          label,
          preview: '',
          from,
          to: end,
        };
      });
    },
    countRead: () => [...children.values()].reduce((sum, { count }) => sum + count, 0),
    readOn: () => [...children.values()].map((scan) => scan.readOn()).every(Boolean),
  };
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}
