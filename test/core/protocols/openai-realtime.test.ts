import { openaiRealtime } from '../../../core/protocols/openai-realtime';
import { describeProtocol, toMessage } from './protocol-table';

const url = 'wss://api.openai.com/v1/realtime?model=gpt-realtime';
const CREATED =
  '{"type":"session.created","event_id":"event_C9","session":{"object":"realtime.session","type":"realtime","id":"sess_1","model":"gpt-realtime"}}';
const EXPIRED =
  '{"type": "error", "event_id": "event_AGvaHyTGxxeq2s6GtXhVY", "error": {"type": "invalid_request_error", "code": "session_expired", "message": "Your session hit the maximum duration of 15 minutes.", "param": null, "event_id": null}}';

describeProtocol(openaiRealtime, {
  conversations: [
    {
      shows: 'reads a session with a response, and pairs what has an answer',
      url,
      wire: [
        [{ in: CREATED }, { kind: 'control', summary: 'session.created, gpt-realtime' }],
        [
          { out: '{"type":"session.update","session":{"instructions":"Be brief"}}' },
          { kind: 'request', summary: 'session.update', callId: 'session.update' },
        ],
        [
          { in: '{"type":"session.updated","event_id":"e","session":{}}' },
          { kind: 'response', replyTo: 'session.update' },
        ],
        [
          { out: '{"type":"input_audio_buffer.append","audio":"AAAAAAAA"}' },
          { kind: 'data', summary: 'input_audio_buffer.append, 8 characters of sound' },
        ],
        [
          {
            in: '{"type":"input_audio_buffer.speech_started","event_id":"e","audio_start_ms":100,"item_id":"i"}',
          },
          { kind: 'event', summary: 'input_audio_buffer.speech_started' },
        ],
        [
          { out: '{"type":"response.create","event_id":"mine"}' },
          { kind: 'request', callId: 'response.create' },
        ],
        [
          { in: '{"type":"response.created","event_id":"e","response":{"id":"r","status":"in_progress"}}' },
          { kind: 'response', summary: 'response.created', replyTo: 'response.create' },
        ],
        [
          { in: '{"type":"response.output_audio.delta","event_id":"e","response_id":"r","delta":"AAAA"}' },
          { kind: 'data', summary: 'response.output_audio.delta, 4 characters of sound' },
        ],
        [
          { in: '{"type":"response.output_audio_transcript.delta","event_id":"e","delta":"Hel"}' },
          { kind: 'data', summary: 'response.output_audio_transcript.delta: Hel' },
        ],
        [
          { in: '{"type":"rate_limits.updated","event_id":"e","rate_limits":[]}' },
          { kind: 'control', summary: 'rate_limits.updated' },
        ],
        [
          {
            in: '{"type":"response.done","event_id":"e","response":{"id":"r","status":"completed","status_details":null}}',
          },
          { kind: 'event', summary: 'response.done, completed' },
        ],
      ],
    },
    {
      shows: 'reads failures, of the session and of a response',
      url,
      wire: [
        [
          { in: EXPIRED },
          {
            kind: 'error',
            summary: 'error: Your session hit the maximum duration of 15 minutes. (session_expired)',
            failure: {
              code: 'session_expired',
              message: 'Your session hit the maximum duration of 15 minutes.',
            },
          },
        ],
        [
          {
            in: '{"type":"response.done","event_id":"e","response":{"status":"failed","status_details":{"type":"failed","error":{"type":"insufficient_quota","code":"insufficient_quota","message":"You exceeded your current quota."}}}}',
          },
          {
            kind: 'event',
            summary: 'response.done: You exceeded your current quota. (insufficient_quota)',
            failure: { code: 'insufficient_quota', message: 'You exceeded your current quota.' },
          },
        ],
        [
          {
            in: '{"type":"response.done","event_id":"e","response":{"status":"incomplete","status_details":{"type":"incomplete","reason":"max_output_tokens"}}}',
          },
          { summary: 'response.done: incomplete: max_output_tokens' },
        ],
        [
          {
            in: '{"type":"response.done","event_id":"e","response":{"status":"cancelled","status_details":{"type":"cancelled","reason":"turn_detected"}}}',
          },
          { summary: 'response.done, cancelled' },
        ],
        [
          {
            in: '{"type":"conversation.item.input_audio_transcription.failed","event_id":"e","error":{"type":"transcription_error","code":"audio_unintelligible","message":"The audio could not be transcribed."}}',
          },
          {
            kind: 'event',
            failure: { code: 'audio_unintelligible', message: 'The audio could not be transcribed.' },
          },
        ],
        [{ in: '{"type":"error"}' }, { kind: 'error', summary: 'error: no reason given' }],
      ],
    },
    {
      shows: 'names what was cut, and says what is none of its events',
      url,
      wire: [
        [
          { in: '{"type":"response.output_audio.delta","event_id":"e","delta":"AAAA', isCut: true },
          { kind: 'data', summary: 'response.output_audio.delta (cut)' },
        ],
        ...['', 'hello', '{}', '{"type":"chat"}', '{"type":7}', '[]'].map(
          (text) => [{ in: text }, 'unreadable'] as const,
        ),
        [{ in: Uint8Array.of(1) }, 'not-mine'],
      ],
    },
  ],
  recognises: [
    { url },
    { url: 'wss://a.openai.azure.com/openai/realtime?api-version=2025-04-01-preview&deployment=a' },
    { url: 'wss://proxy.test/voice', firstMessages: [toMessage({ in: CREATED })] },
  ],
  leaves: [
    { url: 'wss://api.openai.com/v1/other' },
    { url: 'wss://a.test/openai/realtimes' },
    { firstMessages: [toMessage({ in: '{"type":"session.created","session":{"id":"x"}}' })] },
    { firstMessages: [toMessage({ out: CREATED })] },
  ],
});
