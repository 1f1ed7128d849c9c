import { twitchEventsub } from '../../../core/protocols/twitch-eventsub';
import { describeProtocol, toMessage } from './protocol-table';

const url = 'wss://eventsub.wss.twitch.tv/ws?keepalive_timeout_seconds=30';
const AT = '"message_timestamp":"2023-07-19T14:56:51.634234626Z"';
const WELCOME = `{"metadata":{"message_id":"96a3f3b5","message_type":"session_welcome",${AT}},"payload":{"session":{"id":"AQoQ","status":"connected","connected_at":"2023-07-19T14:56:51.616329898Z","keepalive_timeout_seconds":10,"reconnect_url":null}}}`;

describeProtocol(twitchEventsub, {
  conversations: [
    {
      shows: 'reads a session to the demand to reconnect',
      url,
      wire: [
        [
          { in: WELCOME },
          { kind: 'control', name: 'session_welcome', summary: 'welcome, keep-alive every 10 s' },
        ],
        [
          {
            in: `{"metadata":{"message_id":"84c1e79a","message_type":"session_keepalive",${AT}},"payload":{}}`,
          },
          { kind: 'keep-alive' },
        ],
        [
          {
            in: `{"metadata":{"message_id":"b","message_type":"notification",${AT},"subscription_type":"channel.follow","subscription_version":"1"},"payload":{"subscription":{"type":"channel.follow"},"event":{"user_id":"1337"}}}`,
          },
          { kind: 'event', summary: 'event channel.follow', channel: 'channel.follow' },
        ],
        [
          {
            in: `{"metadata":{"message_id":"c","message_type":"revocation",${AT},"subscription_type":"channel.follow"},"payload":{"subscription":{"status":"authorization_revoked","type":"channel.follow"}}}`,
          },
          {
            kind: 'error',
            summary: 'revoked: channel.follow, authorization_revoked',
            failure: { code: 'authorization_revoked', message: 'authorization_revoked' },
          },
        ],
        [
          {
            in: `{"metadata":{"message_id":"d","message_type":"session_reconnect",${AT}},"payload":{"session":{"id":"AQoQ","status":"reconnecting","keepalive_timeout_seconds":null,"reconnect_url":"wss://eventsub.wss.twitch.tv?id=x"}}}`,
          },
          { kind: 'end', summary: 'reconnect: the client has 30 s to open the new address' },
        ],
      ],
    },
    {
      shows: 'says what is none of its messages',
      url,
      wire: [
        ...['', 'hello', '{}', '[]', '{"metadata":{}}'].map((text) => [{ in: text }, 'unreadable'] as const),
        [{ in: WELCOME.slice(0, 50), isCut: true }, 'unreadable'],
        [{ in: Uint8Array.of(1) }, 'unreadable'],
        [{ out: 'anything' }, 'not-mine'],
      ],
    },
  ],
  recognises: [{ url }, { url: 'ws://127.0.0.1:8080/ws', firstMessages: [toMessage({ in: WELCOME })] }],
  leaves: [
    { url: 'wss://irc-ws.chat.twitch.tv/' },
    { firstMessages: [toMessage({ in: '{"metadata":{"message_type":"notification"}}' })] },
    { firstMessages: [toMessage({ out: WELCOME })] },
  ],
});
