import { actionCable } from '../../../core/protocols/action-cable';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'wss://a.test/cable';
const OFFERED = ['actioncable-v1-json', 'actioncable-unsupported'];
const ACCEPTED = 'actioncable-v1-json';
/** As an identifier stands in a message: JSON in JSON. */
const ROOM_7 = '"{\\"channel\\":\\"ChatChannel\\",\\"room\\":7}"';
const ROOM_13 = '"{\\"channel\\":\\"ChatChannel\\",\\"room\\":13}"';

describeProtocol(actionCable, {
  conversations: [
    {
      // Recorded from Rails 6.1.7.
      shows: 'reads subscriptions, an action, its broadcast and a ping',
      url: URL,
      offered: OFFERED,
      accepted: ACCEPTED,
      isWhole: true,
      wire: [
        [{ in: '{"type":"welcome"}' }, { kind: 'control', summary: 'welcome' }],
        [
          { out: `{"command":"subscribe","identifier":${ROOM_7}}` },
          {
            kind: 'request',
            summary: 'subscribe to ChatChannel, room 7',
            channel: 'ChatChannel, room 7',
            callId: '{"channel":"ChatChannel","room":7}',
          },
        ],
        [
          { in: `{"identifier":${ROOM_7},"type":"confirm_subscription"}` },
          {
            kind: 'response',
            summary: 'subscription to ChatChannel, room 7 confirmed',
            replyTo: '{"channel":"ChatChannel","room":7}',
          },
        ],
        [
          { out: `{"command":"subscribe","identifier":${ROOM_13}}` },
          { callId: '{"channel":"ChatChannel","room":13}' },
        ],
        [
          { in: `{"identifier":${ROOM_13},"type":"reject_subscription"}` },
          {
            kind: 'response',
            summary: 'subscription to ChatChannel, room 13 refused',
            replyTo: '{"channel":"ChatChannel","room":13}',
            failure: { code: 'reject_subscription', message: '', retry: 'no' },
          },
        ],
        [
          {
            out: `{"command":"message","identifier":${ROOM_7},"data":"{\\"action\\":\\"speak\\",\\"text\\":\\"hi\\"}"}`,
          },
          {
            kind: 'event',
            summary: 'message speak to ChatChannel, room 7',
            data: { action: 'speak', text: 'hi' },
          },
        ],
        [
          { in: `{"identifier":${ROOM_7},"message":{"text":"hi"}}` },
          { kind: 'event', name: 'message', summary: 'message of ChatChannel, room 7', data: { text: 'hi' } },
        ],
        [
          { out: `{"command":"unsubscribe","identifier":${ROOM_7}}` },
          { kind: 'control', summary: 'unsubscribe from ChatChannel, room 7' },
        ],
        [{ in: '{"type":"ping","message":1795623514}' }, { kind: 'keep-alive' }],
      ],
    },
    {
      shows: 'says why the server disconnects and whether the client may come back',
      url: URL,
      accepted: ACCEPTED,
      isWhole: true,
      wire: [
        [
          { in: '{"type":"disconnect","reason":"unauthorized","reconnect":false}' },
          {
            kind: 'end',
            summary: 'disconnect: unauthorized, the client must not reconnect',
            failure: { code: 'unauthorized', message: 'unauthorized', retry: 'no' },
          },
        ],
        [
          { in: '{"type":"disconnect","reason":"server_restart","reconnect":true}' },
          { failure: { code: 'server_restart', message: 'server_restart', retry: 'yes' } },
        ],
        [
          { in: '{"type":"disconnect"}' },
          {
            summary: 'disconnect: no reason given, the client may reconnect',
            failure: { message: '', retry: 'yes' },
          },
        ],
      ],
    },
    {
      shows: "reads AnyCable's additions",
      url: URL,
      offered: ['actioncable-v1-ext-json', 'actioncable-v1-json'],
      accepted: 'actioncable-v1-ext-json',
      isWhole: true,
      wire: [
        [{ in: '{"type":"welcome","sid":"rcl245","restored":true}' }, { kind: 'control' }],
        [{ out: '{"command":"pong"}' }, { kind: 'keep-alive', name: 'pong' }],
        [
          { in: `{"type":"confirm_history","identifier":${ROOM_7}}` },
          { kind: 'event', summary: 'confirm_history of ChatChannel, room 7' },
        ],
        [
          { in: '{"type":"disconnect","reason":"token_expired","reconnect":false}' },
          { failure: { code: 'token_expired', message: 'token_expired', retry: 'no' } },
        ],
      ],
    },
    {
      shows: 'takes an identifier as it is where it is no JSON',
      accepted: ACCEPTED,
      wire: [
        [{ out: '{"command":"subscribe","identifier":"chat"}' }, { summary: 'subscribe to chat' }],
        [
          { out: '{"command":"message","data":"no JSON"}' },
          { summary: 'message to a channel', data: 'no JSON' },
        ],
      ],
    },
    {
      shows: 'cannot read what is no command and no answer',
      accepted: ACCEPTED,
      wire: [
        [{ in: 'hello' }, 'unreadable'],
        [{ in: '{"type":"welcome"' }, 'unreadable'],
        [{ in: `{"identifier":${ROOM_7},"message":"aaa`, isCut: true }, 'unreadable'],
        [{ in: '{"type":"welcome"}{"type":"ping"}' }, 'unreadable'],
        [{ in: '{"type":"other"}' }, 'unreadable'],
        [{ in: new Uint8Array([0x81]) }, 'unreadable'],
      ],
    },
  ],
  recognises: [{ offered: OFFERED }, { url: URL, firstMessages: [toMessage({ in: '{"type":"welcome"}' })] }],
  leaves: [
    { offered: ['actioncable-v1-json', 'other'], accepted: 'other' },
    { url: URL },
    { firstMessages: [toMessage({ out: '{"type":"welcome"}' })] },
    { accepted: 'actioncable-v1-msgpack' },
  ],
});
