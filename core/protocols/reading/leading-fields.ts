import type { MessageEventRecord } from '../../capture/event';
import { parseFields, parseJson, textOf, type JsonFields } from './json-fields';

/** Types and ids stand at the front of a message; looking further would only cost. */
const LOOK_AT = 4_096;

/** The fields of a message that is one JSON object; of one that was cut, those that stand before its first long value. */
export function messageFields({ text, isCut }: MessageEventRecord): JsonFields | undefined {
  return isCut === true ? leadingFields(text) : parseFields(text);
}

/** For a part of a message that begins an object. */
export function leadingFields(text: string | undefined): JsonFields | undefined {
  const head = text?.slice(0, LOOK_AT);
  const start = /^\s*\{/.exec(head ?? '');
  if (head === undefined || start === null) return undefined;
  // Text, number or word, up to the comma that proves it whole.
  const field =
    /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\s*,/y;
  field.lastIndex = start[0].length;
  const fields = new Map<string, unknown>();
  for (let found = field.exec(head); found !== null; found = field.exec(head)) {
    const name = textOf(parseText(found[1]));
    if (name !== undefined) fields.set(name, parseText(found[2]));
  }
  return fields;
}

function parseText(literal = ''): unknown {
  return parseJson(literal)?.value;
}
