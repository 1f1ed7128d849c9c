import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { fieldsOf, idOf, numberOf, parseJson, textOf, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

export const jsonRpc: Protocol = {
  id: 'json-rpc',
  name: 'JSON-RPC 2.0',
  recognisedBy: 'One of the first messages has `"jsonrpc": "2.0"`, or is an array of such.',
  decodes: 'Calls, notifications and batches; answers and errors, paired with their calls by id.',
  recognise: ({ firstMessages }) =>
    firstMessages.some((message) => typeof decode(message) !== 'string') ? 'certain' : undefined,
  open: () => createStatelessReader(decode),
  closeCodes: [],
  failures: [
    { code: '-32700', meaning: 'Parse error: what arrived is not JSON', retry: 'no' },
    { code: '-32600', meaning: 'Invalid request: JSON, but no request object', retry: 'no' },
    { code: '-32601', meaning: 'Method not found', retry: 'no' },
    { code: '-32602', meaning: 'Invalid params', retry: 'no' },
    { code: '-32603', meaning: 'Internal error of the side that was called', retry: 'with-backoff' },
    {
      code: '-32000',
      meaning: 'An error of the implementation: -32000 to -32099 mean what it says',
      retry: 'unknown',
    },
    { code: '-32800', meaning: 'Request cancelled (Language Server Protocol)', retry: 'yes' },
    {
      code: '-32801',
      meaning: 'The document changed meanwhile (Language Server Protocol)',
      retry: 'yes',
    },
    { code: '-32802', meaning: 'The server gave the request up (Language Server Protocol)', retry: 'yes' },
    { code: '-32803', meaning: 'The request failed (Language Server Protocol)', retry: 'unknown' },
  ],
  heartbeat: undefined,
  reconnects: [],
  testedWith: ['examples of the specification', 'vscode-jsonrpc 10.0.0 (both sides)', 'Ethereum texts'],
};

function decode({ text, isCut }: MessageEventRecord): Decoding {
  if (text?.includes('"jsonrpc"') !== true) return 'not-mine';
  const parsed = parseJson(text);
  if (parsed === undefined)
    return isCut === true && /^\s*(?:\[\s*)?\{\s*"jsonrpc"\s*:\s*"2\.0"/.test(text)
      ? 'unreadable'
      : 'not-mine';
  const entries: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const all = entries.map((entry) => fieldsOf(entry));
  // A batch with one stranger in it is no batch of this protocol.
  if (!all.every((fields) => fields?.get('jsonrpc') === '2.0')) return 'not-mine';
  const packets = all
    .map((fields) => (fields === undefined ? undefined : toPacket(fields)))
    .filter((packet) => packet !== undefined);
  const [first, ...others] = packets;
  return first === undefined || packets.length < all.length ? 'unreadable' : [first, ...others];
}

/** Undefined: neither a call nor an answer. */
function toPacket(fields: JsonFields): Packet | undefined {
  const id = idOf(fields.get('id'));
  const method = textOf(fields.get('method'));
  if (method !== undefined) {
    const data = fields.get('params');
    return id === undefined
      ? { kind: 'event', name: method, summary: `notify ${method}`, data }
      : { kind: 'request', name: method, summary: `call ${method} (${id})`, callId: id, data };
  }
  if (fields.has('error') && fields.get('error') !== null) return toError(fields.get('error'), id);
  // Servers in JavaScript leave the result out where a method returns nothing.
  if (id === undefined && !fields.has('result')) return undefined;
  const reply = id === undefined ? undefined : { replyTo: id };
  return {
    kind: 'response',
    name: 'result',
    summary: `answer to ${id ?? 'nobody'}`,
    ...reply,
    data: fields.get('result'),
  };
}

function toError(value: unknown, id: string | undefined): Packet {
  const error = fieldsOf(value);
  const code = numberOf(error?.get('code'));
  const message = textOf(error?.get('message')) ?? textOf(value) ?? '';
  const number = code === undefined ? '' : ` (${code})`;
  const common = {
    name: 'error',
    failure: { message, ...(code !== undefined && { code: String(code) }) },
    data: error?.get('data'),
  };
  // Without an id nobody is answered: what arrived could not be read as a call.
  return id === undefined
    ? { ...common, kind: 'error', summary: `error: ${message}${number}` }
    : { ...common, kind: 'response', summary: `error for ${id}: ${message}${number}`, replyTo: id };
}
