import type { MessageEventRecord } from '../capture/event';
import type { Decoding, Protocol } from './protocol';
import { fieldsOf, textOf } from './reading/json-fields';
import { messageFields } from './reading/leading-fields';
import { toOpenAiPacket } from './reading/openai-words';
import { createStatelessReader } from './reading/reader';

/** OpenAI itself, and Azure's and others' servers that speak the same. */
const ADDRESS = /^wss:\/\/(?:api\.openai\.com\/v1\/realtime|[^/?#]+\/openai\/(?:v1\/)?realtime)(?:[?/]|$)/;
/** Each family of events; what begins otherwise is none. */
const TYPE =
  /^(?:error|(?:transcription_)?session\.|response\.|conversation\.|input_audio_buffer\.|output_audio_buffer\.|rate_limits\.|mcp_)/;

export const openaiRealtime: Protocol = {
  id: 'openai-realtime',
  name: 'OpenAI Realtime',
  recognisedBy:
    'The address is that of the Realtime API of OpenAI or Azure; else the first message of the server is `session.created` with an `event_id` and a realtime session.',
  decodes:
    'Sessions and responses with their status, failures with code and message, sound and text that come in pieces.',
  recognise({ url, firstMessages }) {
    if (ADDRESS.test(url)) return 'certain';
    const first = firstMessages.find(({ direction }) => direction === 'in');
    const fields = first === undefined ? undefined : messageFields(first);
    const object = textOf(fieldsOf(fields?.get('session'))?.get('object'));
    return fields?.get('type') === 'session.created' && object?.startsWith('realtime.') === true
      ? 'certain'
      : undefined;
  },
  open: () => createStatelessReader(decodeOpenAi),
  closeCodes: [
    {
      from: 1001,
      meaning:
        'The session has lasted as long as one may: "Your session hit the maximum duration of 60 minutes."',
      retry: 'after-renewal',
      by: 'server',
    },
    {
      from: 3000,
      meaning:
        'The server refuses the session: the reason names the error, such as `invalid_request_error.invalid_api_key`.',
      retry: 'after-renewal',
      by: 'server',
    },
  ],
  failures: [
    { code: 'session_expired', meaning: 'The session has lasted as long as one may', retry: 'after-renewal' },
    {
      code: 'invalid_api_key',
      meaning: 'The key is wrong, or the short-lived one has expired',
      retry: 'after-renewal',
    },
    { code: 'model_not_found', meaning: 'There is no such model, or the key may not use it', retry: 'no' },
    { code: 'insufficient_quota', meaning: 'The account has nothing left to spend', retry: 'no' },
    { code: 'rate_limit_exceeded', meaning: 'Too many tokens or requests a minute', retry: 'with-backoff' },
    { code: 'server_error', meaning: 'The server failed', retry: 'with-backoff' },
    {
      code: 'invalid_request_error',
      meaning: 'The client sent an event that the server cannot take; the session goes on',
      retry: 'no',
    },
    {
      code: 'invalid_event',
      meaning: 'The client sent an event without what it needs; the session goes on',
      retry: 'no',
    },
    { code: 'invalid_value', meaning: 'A field has a wrong value; the session goes on', retry: 'no' },
    { code: 'missing_required_parameter', meaning: 'A field is missing; the session goes on', retry: 'no' },
    { code: 'unknown_parameter', meaning: 'A field is unknown; the session goes on', retry: 'no' },
    {
      code: 'conversation_already_has_active_response',
      meaning: 'A response was asked for while another runs; the session goes on',
      retry: 'no',
    },
    {
      code: 'response_cancel_not_active',
      meaning: 'There was no response to cancel; the session goes on',
      retry: 'no',
    },
    {
      code: 'input_audio_buffer_commit_empty',
      meaning: 'Less sound than 100 ms was committed; the session goes on',
      retry: 'no',
    },
    { code: 'max_output_tokens', meaning: 'The response was as long as it may be', retry: 'no' },
    { code: 'content_filter', meaning: 'The response was stopped for what it said', retry: 'no' },
  ],
  heartbeat: undefined,
  reconnects: [],
  testedWith: ['samples of the API reference and of field reports'],
};

function decodeOpenAi(message: MessageEventRecord): Decoding {
  const fields = messageFields(message);
  const type = textOf(fields?.get('type'));
  // Some servers send sound as bytes beside the events.
  if (message.format === 'binary') return 'not-mine';
  if (fields === undefined || type === undefined || !TYPE.test(type)) return 'unreadable';
  const packet = toOpenAiPacket(type, fields, message.direction);
  return [
    message.isCut === true
      ? { ...packet, summary: `${packet.summary} (cut)` }
      : { ...packet, data: Object.fromEntries(fields) },
  ];
}
