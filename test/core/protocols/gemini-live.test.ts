import { geminiLive } from '../../../core/protocols/gemini-live';
import { describeProtocol, toMessage } from './protocol-table';

const url =
  'wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent?key=x';
const SETUP = '{"setup":{"model":"models/gemini-2.5-flash-native-audio","generationConfig":{}}}';
/** The server sends JSON as bytes. */
const bytes = (json: string) => new TextEncoder().encode(json);

describeProtocol(geminiLive, {
  conversations: [
    {
      shows: 'reads a session, whose server sends bytes, to the warning before its end',
      url,
      wire: [
        [
          { out: SETUP },
          { kind: 'request', summary: 'setup, models/gemini-2.5-flash-native-audio', callId: 'setup' },
        ],
        [{ in: bytes('{\n  "setupComplete": {}\n}\n') }, { kind: 'response', replyTo: 'setup' }],
        [
          { out: '{"realtimeInput":{"audio":{"data":"AAAA","mimeType":"audio/pcm;rate=16000"}}}' },
          { kind: 'data', summary: 'realtime input: audio' },
        ],
        [
          {
            in: bytes(
              '{"serverContent":{"modelTurn":{"parts":[{"text":"Hi"}]}},"usageMetadata":{"totalTokenCount":3}}',
            ),
          },
          { kind: 'event', summary: 'server content: modelTurn' },
        ],
        [{ in: bytes('{"serverContent":{"interrupted":true}}') }, { summary: 'server content: interrupted' }],
        [
          {
            in: bytes(
              '{"toolCall":{"functionCalls":[{"id":"1","name":"light","args":{}},{"id":"2","name":"heat"}]}}',
            ),
          },
          { kind: 'request', summary: 'call light', callId: '1' },
          { kind: 'request', summary: 'call heat', callId: '2' },
        ],
        [
          { out: '{"toolResponse":{"functionResponses":[{"id":"1","name":"light","response":{}}]}}' },
          { kind: 'response', summary: 'result of light', replyTo: '1' },
        ],
        [
          { in: bytes('{"sessionResumptionUpdate":{"newHandle":"h","resumable":true}}') },
          { kind: 'control', summary: 'session can be resumed from here' },
        ],
        [
          { in: bytes('{"goAway":{"timeLeft":"50s"}}') },
          {
            kind: 'end',
            summary: 'go away: the server closes in 50s',
            failure: { code: 'goAway', message: 'the server closes in 50s', retry: 'yes' },
          },
        ],
      ],
    },
    {
      shows: 'names what was cut, and says what is none of its messages',
      url,
      wire: [
        [
          { in: bytes('{"serverContent":{"modelTurn":{"pa'), isCut: true },
          { summary: 'server content (cut)' },
        ],
        [{ in: bytes('{"toolCall":{"functionCa'), isCut: true }, { summary: 'call functions (cut)' }],
        [{ in: bytes('{"toolCall":{"functionCalls":[7]}}') }, { summary: 'call a function' }],
        ...['', 'hello', '{}', '[]', '{"setup":{}}'].map((text) => [{ in: text }, 'unreadable'] as const),
        [{ in: Uint8Array.of(0xff, 0xfe) }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { url },
    {
      url: 'wss://us-central1-aiplatform.googleapis.com/ws/google.cloud.aiplatform.v1beta1.LlmBidiService/BidiGenerateContent',
    },
    {
      url: 'wss://proxy.test/live',
      firstMessages: [toMessage({ out: SETUP }), toMessage({ in: bytes('{"setupComplete":{}}') })],
    },
  ],
  leaves: [
    { url: 'wss://a.test/BidiGenerateContent' },
    { firstMessages: [toMessage({ out: SETUP })] },
    { firstMessages: [toMessage({ out: '{"setup":{}}' }), toMessage({ in: '{"setupComplete":{}}' })] },
  ],
});
