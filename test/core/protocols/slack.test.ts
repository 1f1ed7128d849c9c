import { slack } from '../../../core/protocols/slack';
import { describeProtocol, toMessage } from './protocol-table';

const url = 'wss://wss-primary.slack.com/link/?ticket=1234-5678&app_id=abc';
const HELLO =
  '{"type":"hello","num_connections":4,"debug_info":{"host":"applink-7fc4fdbb64-4x5xq","build_number":10,"approximate_connection_time":18060},"connection_info":{"app_id":"A01H4ABC"}}';

describeProtocol(slack, {
  conversations: [
    {
      shows: 'reads Socket Mode, and pairs envelopes with their acknowledgements',
      url,
      wire: [
        [{ in: HELLO }, { kind: 'control', summary: 'hello, 4 connections of this app' }],
        [
          {
            in: '{"envelope_id":"57d6a792","payload":{"token":"x","event":{"type":"app_mention","channel":"C1"},"type":"event_callback"},"type":"events_api","accepts_response_payload":false,"retry_attempt":0,"retry_reason":""}',
          },
          {
            kind: 'request',
            name: 'events_api',
            summary: 'events_api: app_mention',
            callId: '57d6a792',
            channel: 'C1',
          },
        ],
        [
          { out: '{"envelope_id":"57d6a792"}' },
          { kind: 'response', summary: 'acknowledged', replyTo: '57d6a792' },
        ],
        [
          {
            in: '{"envelope_id":"a","payload":{"command":"/deploy","text":"now"},"type":"slash_commands","accepts_response_payload":true}',
          },
          { kind: 'request', summary: 'slash_commands: /deploy', callId: 'a' },
        ],
        [
          { out: '{"envelope_id":"a","payload":{"text":"done"}}' },
          { kind: 'response', summary: 'acknowledged, with an answer', replyTo: 'a', data: { text: 'done' } },
        ],
        [
          {
            in: '{"envelope_id":"b","payload":{"event":{"type":"message"}},"type":"events_api","retry_attempt":1,"retry_reason":"timeout"}',
          },
          { summary: 'events_api: message, attempt 2: timeout' },
        ],
      ],
    },
    {
      shows: 'reads why Slack disconnects',
      url,
      wire: [
        ...['warning', 'refresh_requested', 'too_many_websockets', 'link_disabled'].map(
          (reason) =>
            [
              { in: `{"type":"disconnect","reason":"${reason}","debug_info":{"host":"wss-111.slack.com"}}` },
              {
                kind: 'end',
                summary: `disconnect: ${reason}`,
                failure: { code: reason, message: reason },
              },
            ] as const,
        ),
        [{ in: '{"type":"disconnect"}' }, { kind: 'end', summary: 'disconnect: no reason given' }],
      ],
    },
    {
      shows: 'reads RTM with its answers, its failures and its goodbye',
      url: 'wss://cerberus-xxxx.lb.slack-msgs.com/websocket/abc',
      wire: [
        [{ in: '{"type":"hello"}' }, { kind: 'control', summary: 'hello' }],
        [
          { out: '{"id":1,"type":"message","channel":"C1","text":"Hello"}' },
          { kind: 'request', summary: 'message', callId: '1', channel: 'C1' },
        ],
        [
          { in: '{"ok":true,"reply_to":1,"ts":"1355517523.000005","text":"Hello"}' },
          { kind: 'response', summary: 'answer to 1', replyTo: '1' },
        ],
        [
          { in: '{"ok":false,"reply_to":1,"error":{"code":2,"msg":"message text is missing"}}' },
          {
            kind: 'error',
            summary: 'answer to 1: message text is missing',
            replyTo: '1',
            failure: { code: '2', message: 'message text is missing' },
          },
        ],
        [{ out: '{"id":1234,"type":"ping"}' }, { kind: 'ping' }],
        [{ in: '{"reply_to":1234,"type":"pong"}' }, { kind: 'pong' }],
        [{ out: '{"id":2,"type":"typing","channel":"C1"}' }, { kind: 'request', summary: 'typing' }],
        [{ in: '{"type":"message","channel":"C1","text":"hi"}' }, { kind: 'event', channel: 'C1' }],
        [
          { in: '{"type":"error","error":{"code":1,"msg":"Socket URL has expired"}}' },
          { kind: 'error', summary: 'error: Socket URL has expired' },
        ],
        [
          { in: '{"type":"goodbye","source":"gateway"}' },
          { kind: 'end', summary: 'goodbye: the server is about to close' },
        ],
      ],
    },
    {
      shows: 'says what is none of its messages',
      url,
      wire: [
        ...['', 'hello', '{}', '[]', '{"type":7}'].map((text) => [{ in: text }, 'unreadable'] as const),
        [{ out: '{"payload":{}}' }, 'unreadable'],
        [{ in: Uint8Array.of(1) }, 'unreadable'],
        [
          { in: '{"envelope_id":"c","type":"interactive","payload":{"big":"x', isCut: true },
          { summary: 'interactive (cut)', callId: 'c' },
        ],
      ],
    },
  ],
  recognises: [
    { url },
    { url: 'wss://wss-primary.slack.com/?token=x&gateway_server=T1-1' },
    { url: 'wss://proxy.test/', firstMessages: [toMessage({ in: HELLO })] },
  ],
  leaves: [
    { url: 'wss://slack.com.evil.test/' },
    { firstMessages: [toMessage({ in: '{"type":"hello"}' })] },
    { firstMessages: [toMessage({ in: '{"type":"hello","num_connections":1}' })] },
  ],
});
