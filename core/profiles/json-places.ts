import { scanJson, type SoughtPlace } from './json-scan';

/** Counted from 1, as editors do. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

export type JsonPath = readonly PropertyKey[];

/** Where each path stands in a text of JSON; where it does not, the nearest that it would stand in. */
export function placesIn(text: string, paths: readonly JsonPath[]): readonly LineAndColumn[] {
  const root = newPlace(0);
  for (const path of paths) {
    let place = root;
    for (const step of path) {
      const name = String(step);
      const child = place.children.get(name) ?? newPlace(undefined);
      place.children.set(name, child);
      place = child;
    }
  }
  scanJson(text, root);
  const places = paths.map((path) => {
    let place: SoughtPlace | undefined = root;
    let offset = 0;
    for (const step of path) {
      place = place.children.get(String(step));
      if (place?.offset === undefined) break;
      offset = place.offset;
    }
    return offset;
  });
  return toLines(text, places);
}

function newPlace(offset: number | undefined): SoughtPlace {
  return { children: new Map(), offset };
}

/** One pass over the text, however many places there are. */
export function toLines(text: string, offsets: readonly number[]): readonly LineAndColumn[] {
  const found = new Map<number, LineAndColumn>();
  let line = 1;
  let lineStart = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    for (;;) {
      const next = text.indexOf('\n', lineStart);
      if (next === -1 || next >= offset) break;
      line += 1;
      lineStart = next + 1;
    }
    found.set(offset, { line, column: offset - lineStart + 1 });
  }
  return offsets.map((offset) => found.get(offset) ?? { line: 1, column: 1 });
}
