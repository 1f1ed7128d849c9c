import { writeMeasure } from './measure';
import { isEverything, type Query } from './query';

/** Writes a query so that `parseQuery` reads the same one: the one spelling that all others come down to. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return query.of.map((part) => (isGroup(part) ? `(${printQuery(part)})` : printQuery(part))).join(' ');
    case 'any':
      return query.of
        .map((part) =>
          part.kind === 'any' || isEverything(part) ? `(${printQuery(part)})` : printQuery(part),
        )
        .join(' OR ');
    case 'not':
      return isGroup(query.of) ? `-(${printQuery(query.of)})` : `-${printQuery(query.of)}`;
    case 'text':
      return quoteText(query.text);
    case 'pattern':
      return `/${query.source}/${query.flags}`;
    case 'is':
      return `is:${query.word}`;
    case 'has':
      return `has:${query.word}`;
    case 'direction':
      return `dir:${query.direction}`;
    case 'name':
      return `${query.field}:${quoteValue(query.value)}`;
    case 'measure':
      return `${query.field}${query.comparison}${writeMeasure(query.field, query.value)}`;
  }
}

function isGroup({ kind }: Query): boolean {
  return kind === 'all' || kind === 'any';
}

/** Bare only where no reader could take it for anything else. */
function quoteText(text: string): string {
  const isPlain = /^[\p{L}\p{N}_.@#+][\p{L}\p{N}_.@#+-]*$/u.test(text) && !/^(OR|AND|NOT)$/.test(text);
  return isPlain ? text : quote(text);
}

/** How a value stands behind its field. */
export function quoteValue(value: string): string {
  return /^[^\s"()<>=][^\s"()]*$/.test(value) ? value : quote(value);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
