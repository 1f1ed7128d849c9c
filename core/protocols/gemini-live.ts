import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Packet, Protocol } from './protocol';
import { toGeminiPackets } from './reading/gemini-words';
import { fieldsOf, parseFields, type JsonFields } from './reading/json-fields';
import { createStatelessReader } from './reading/reader';

const ADDRESS = /^wss:\/\/[^/?#]+\/ws\/google\.[\w.]+[./]BidiGenerateContent/;

/** Google's Live API, of Gemini and of Vertex AI. */
export const geminiLive: Protocol = {
  id: 'gemini-live',
  name: 'Gemini Live',
  recognisedBy:
    'The address ends in `BidiGenerateContent`; else the client begins with `setup` and a model, and the server answers `setupComplete`.',
  decodes:
    'Setup with its answer, content of either side, calls of functions paired with their results, how a session may be resumed, the warning before the end.',
  recognise({ url, firstMessages }) {
    if (ADDRESS.test(url)) return 'certain';
    const [first, second] = firstMessages;
    const setup = fieldsOf(first?.direction === 'out' ? fieldsIn(first)?.get('setup') : undefined);
    const isAnswered = second?.direction === 'in' && fieldsIn(second)?.has('setupComplete') === true;
    return typeof setup?.get('model') === 'string' && isAnswered ? 'certain' : undefined;
  },
  open: () => createStatelessReader(decodeGemini),
  closeCodes: [
    {
      from: 1007,
      meaning:
        'A message of the client, or the handle of a session to resume, is not valid; the reason says more.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 1008,
      meaning:
        'The server refuses: no such model, no such operation, or no permission; the reason says which.',
      retry: 'no',
      by: 'server',
    },
    {
      from: 1011,
      meaning: 'The server failed, or a time or quota has run out; the reason says which.',
      retry: 'with-backoff',
      by: 'server',
    },
  ],
  failures: [
    {
      code: 'goAway',
      meaning: 'The connection has lasted about as long as one may: open the next one with the newest handle',
      retry: 'yes',
    },
  ],
  heartbeat: undefined,
  reconnects: [],
  testedWith: ['samples of the API reference'],
};

function decodeGemini(message: MessageEventRecord): Decoding {
  const fields = message.isCut === true ? firstField(textIn(message)) : fieldsIn(message);
  if (fields === undefined) return 'unreadable';
  const [first, ...others] = toGeminiPackets(fields, message.direction);
  if (first === undefined) return 'unreadable';
  const packet: Packet = message.isCut === true ? { ...first, summary: `${first.summary} (cut)` } : first;
  return [packet, ...others];
}

function fieldsIn(message: MessageEventRecord): JsonFields | undefined {
  return parseFields(textIn(message));
}

/** The server sends its JSON as bytes. */
function textIn({ text, bytes }: MessageEventRecord): string | undefined {
  return text ?? (bytes === undefined ? undefined : new TextDecoder().decode(bytes));
}

/** Of a message that was cut: its first field names it. */
function firstField(text: string | undefined): JsonFields | undefined {
  const name = /^\s*\{\s*"(\w{1,40})"\s*:/.exec(text?.slice(0, 200) ?? '')?.[1];
  return name === undefined ? undefined : new Map([[name, undefined]]);
}
