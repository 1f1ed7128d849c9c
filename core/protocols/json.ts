import type { MessageEventRecord } from '../capture/event';
import { fieldsOf, parseJson, textOf, type JsonFields } from './reading/json-fields';
import type { Decoding, Failure, Protocol } from './protocol';
import { createStatelessReader } from './reading/reader';

/** Where applications put the type of a message, the most telling first. */
const NAME_FIELDS = ['type', 'event', 'kind', 'action', 'method', 'op', 'cmd', 'command', 'topic'];

/** The floor for text: JSON messages of no protocol that is known here, such as an application's own. */
export const json: Protocol = {
  id: 'json',
  name: 'JSON messages',
  recognisedBy: 'Every one of the first messages is a JSON object or array, and no protocol claims them.',
  decodes: 'The type, where a common field names one, and errors that say so by that name.',
  recognise({ firstMessages }) {
    const areJson =
      firstMessages.length > 0 && firstMessages.every((message) => decodeJson(message) !== 'not-mine');
    return areJson ? 'likely' : undefined;
  },
  open: () => createStatelessReader(decodeJson),
  closeCodes: [],
  failures: [],
  heartbeat: undefined,
  reconnects: [],
  testedWith: ['samples'],
};

function decodeJson({ text, isCut }: MessageEventRecord): Decoding {
  if (text === undefined || !/^\s*[[{]/.test(text)) return 'not-mine';
  const parsed = parseJson(text);
  // A body that was cut is no JSON any more, but begins like it.
  if (parsed === undefined) return isCut === true ? 'unreadable' : 'not-mine';
  const fields = fieldsOf(parsed.value);
  const name = fields === undefined ? undefined : nameIn(fields);
  const failure = fields === undefined ? undefined : failureIn(fields, name);
  const { value: data } = parsed;
  const shown = name ?? 'JSON';
  // Field by field: spread behind a first field costs three times what the rest of the packet does.
  return [
    failure === undefined
      ? { kind: 'data', name: shown, summary: text, data }
      : { kind: 'error', name: shown, summary: text, data, failure },
  ];
}

function nameIn(fields: JsonFields): string | undefined {
  for (const field of NAME_FIELDS) {
    const value = fields.get(field);
    if (typeof value === 'string' && value !== '' && value.length <= 100) return value;
  }
  return undefined;
}

/** Only what names itself an error is one: a field `error` may well be `false` or a number of retries. */
function failureIn(fields: JsonFields, name: string | undefined): Failure | undefined {
  if (name === undefined || !/^error$|[_.:-]error$|Error(Event)?$/.test(name)) return undefined;
  const inner = fieldsOf(fields.get('error')) ?? fields;
  const message = textOf(inner.get('message')) ?? textOf(fields.get('error')) ?? textOf(inner.get('detail'));
  const code = inner.get('code');
  return {
    message: message ?? '',
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
  };
}
