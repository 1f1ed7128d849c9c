import { homeAssistant } from '../../../core/protocols/home-assistant';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'wss://a.test/api/websocket';
const REQUIRED = '{"type":"auth_required","ha_version":"2024.12.0"}';

describeProtocol(homeAssistant, {
  conversations: [
    {
      // https://developers.home-assistant.io/docs/api/websocket
      shows: 'reads a login, commands with their results, and events',
      url: URL,
      isWhole: true,
      wire: [
        [{ in: REQUIRED }, { kind: 'control', summary: 'login required' }],
        [
          { out: '{"type":"auth","access_token":"ABCDEFGH"}' },
          { kind: 'request', summary: 'login', callId: 'auth' },
        ],
        [
          { in: '{"type":"auth_ok","ha_version":"2024.12.0"}' },
          { kind: 'response', summary: 'login accepted', replyTo: 'auth' },
        ],
        [
          { out: '{"type":"supported_features","id":1,"features":{"coalesce_messages":1}}' },
          { kind: 'request', name: 'supported_features', callId: '1' },
        ],
        [
          { out: '{"id":18,"type":"subscribe_events","event_type":"state_changed"}' },
          { kind: 'request', summary: 'subscribe_events (18)', callId: '18' },
        ],
        [
          { in: '{"id":18,"type":"result","success":true,"result":null}' },
          { kind: 'response', summary: 'result for 18', replyTo: '18' },
        ],
        [
          {
            in: '{"id":18,"type":"event","event":{"data":{"entity_id":"light.bed_light"},"event_type":"state_changed","origin":"LOCAL"}}',
          },
          { kind: 'event', name: 'state_changed', summary: 'event state_changed (18)', channel: '18' },
        ],
        [{ out: '{"id":19,"type":"ping"}' }, { kind: 'ping', callId: '19' }],
        [{ in: '{"id":19,"type":"pong"}' }, { kind: 'pong', replyTo: '19' }],
      ],
    },
    {
      shows: 'tells a refused login, and a client that logs in before it is asked',
      url: URL,
      isWhole: true,
      wire: [
        [{ out: '{"type":"auth","access_token":"x"}' }, { summary: 'login' }],
        [{ in: REQUIRED }, { kind: 'control' }],
        [
          { in: '{"type":"auth_invalid","message":"Invalid access token or password"}' },
          {
            kind: 'response',
            summary: 'login refused: Invalid access token or password',
            replyTo: 'auth',
            failure: {
              code: 'auth_invalid',
              message: 'Invalid access token or password',
              retry: 'after-renewal',
            },
          },
        ],
      ],
    },
    {
      shows: 'tells a command that failed, and reads several messages in one',
      url: URL,
      wire: [
        [
          {
            in: '{"id":12,"type":"result","success":false,"error":{"code":"invalid_format","message":"Message incorrectly formatted: expected str for dictionary value"}}',
          },
          {
            kind: 'response',
            replyTo: '12',
            failure: {
              code: 'invalid_format',
              message: 'Message incorrectly formatted: expected str for dictionary value',
            },
          },
        ],
        [
          {
            in: '[{"id":2,"type":"result","success":true,"result":[]},{"id":3,"type":"event","event":{"a":{"sun.sun":{"s":"above_horizon"}}}}]',
          },
          { replyTo: '2' },
          { kind: 'event', name: 'event', summary: 'event (3)', channel: '3' },
        ],
      ],
    },
    {
      shows: 'leaves what has no type, and says what was cut',
      wire: [
        [{ in: 'hello' }, 'not-mine'],
        [{ in: '{"id":3}' }, 'not-mine'],
        [{ in: '[{"id":3,"type":"pong"},5]' }, 'not-mine'],
        [{ in: '[]' }, 'not-mine'],
        [{ in: `${REQUIRED}${REQUIRED}` }, 'not-mine'],
        [{ in: '{"id":3,"type":"event","event":{"aa', isCut: true }, 'unreadable'],
        [{ in: new Uint8Array([0x7b]) }, 'unreadable'],
      ],
    },
  ],
  recognises: [{ firstMessages: [toMessage({ in: REQUIRED })] }],
  leaves: [
    { url: URL },
    { firstMessages: [toMessage({ in: '{"type":"auth_required"}' })] },
    { firstMessages: [toMessage({ out: REQUIRED })] },
    { firstMessages: [toMessage({ in: '{"type":"hello"}' }), toMessage({ in: REQUIRED })] },
  ],
});
