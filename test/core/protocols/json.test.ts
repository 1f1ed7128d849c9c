import { json } from '../../../core/protocols/json';
import { describeProtocol, toMessage } from './protocol-table';

describeProtocol(json, {
  conversations: [
    {
      shows: 'names a message by the field that applications use for it',
      wire: [
        [
          { in: '{"type":"chat","text":"hi"}' },
          { kind: 'data', name: 'chat', data: { type: 'chat', text: 'hi' } },
        ],
        [{ out: '{"kind":"ConversationStateUpdateEvent"}' }, { name: 'ConversationStateUpdateEvent' }],
        [{ in: '[1,2]' }, { kind: 'data', name: 'JSON' }],
      ],
    },
    {
      shows: 'tells an error from its name, and no other field',
      wire: [
        [
          { in: '{"type":"error","error":{"code":"session_expired","message":"Too long"}}' },
          { kind: 'error', failure: { code: 'session_expired', message: 'Too long' } },
        ],
        [
          { in: '{"kind":"ConversationErrorEvent","detail":"no"}' },
          { kind: 'error', failure: { message: 'no' } },
        ],
        [{ in: '{"type":"saved","error":null}' }, { kind: 'data' }],
        [{ in: '{"type":"saved","errors":3}' }, { kind: 'data' }],
      ],
    },
    {
      shows: 'leaves what is no JSON, and says so of what was cut',
      wire: [
        [{ in: 'hello' }, 'not-mine'],
        [{ in: '{"type":"cha', isCut: true }, 'unreadable'],
        [{ in: '{"type":"cha' }, 'not-mine'],
        [{ in: new Uint8Array([1, 2]) }, 'not-mine'],
      ],
    },
  ],
  recognises: [{ firstMessages: [toMessage({ in: '{"hello":1}' }), toMessage({ out: '[1]' })] }],
  leaves: [
    { firstMessages: [toMessage({ in: '{"hello":1}' }), toMessage({ out: 'plain' })] },
    { firstMessages: [] },
  ],
});
