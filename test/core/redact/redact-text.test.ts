import { describe, expect, it } from 'vitest';
import { planRedaction } from '../../../core/redact/plan';
import { redactMessages, toMessages } from '../../support/redacted';

const toBase64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

describe('redaction of a text', () => {
  it.each([
    ['a key in a URL', 'ws://h/a?session_api_key=SECRET1&room=7', 'ws://h/a?session_api_key=key-1&room=7'],
    [
      'a key in an address within an address',
      'http://h/?to=ws%3A%2F%2Fh%3Ftoken%3DSECRET1%26room%3D7&x=%253Ftoken%253DSECRET1',
      'http://h/?to=ws%3A%2F%2Fh%3Ftoken%3Dtoken-1%26room%3D7&x=%253Ftoken%253Dtoken-1',
    ],
    ['a token in running text', 'refused: api_token=SECRET1, code=7', 'refused: api_token=token-1, code=7'],
    ['a token in JSON', '{"token":"SECRET1","user":"ann"}', '{"token":"token-1","user":"ann"}'],
    [
      'a token in JSON within JSON',
      '{"a":"{\\"auth_token\\":\\"SECRET1\\"}"}',
      '{"a":"{\\"auth_token\\":\\"token-1\\"}"}',
    ],
    ['a Socket.IO auth payload', '40{"token":"SECRET1"}', '40{"token":"token-1"}'],
    ['a value with an escaped quote', '{"password":"SEC\\"RET1"}', '{"password":"password-1"}'],
    ['JSON that is cut off', '{"a":1,"token":"SECR', '{"a":1,"token":"token-1'],
    [
      'a part of escaped JSON',
      'near \\"api_key\\": \\"SECRET1\\", \\"n\\": 2',
      'near \\"api_key\\": \\"key-1\\", \\"n\\": 2',
    ],
    [
      'what Python prints',
      "{'type': 'auth', 'session_api_key': 'S1'}",
      "{'type': 'auth', 'session_api_key': 'key-1'}",
    ],
    ['a header in a list', '[["X-Api-Key","SECRET1"],["A","b"]]', '[["X-Api-Key","key-1"],["A","b"]]'],
    ['a header as HAR has it', '{"name":"Cookie","value":"SECRET1"}', '{"name":"Cookie","value":"cookie-1"}'],
    ['everything under a secret name', '{"secrets":{"A":{"kind":"x","value":"S1S1"}}}', undefined],
    ['a number', '{"pin":123456,"n":5}', '{"pin":"password-1","n":5}'],
    ['a JWT anywhere', 'refused eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'refused jwt-1'],
    ['a bearer token', 'Authorization: Bearer abcdef123456', 'Authorization: Bearer token-1'],
    ['cookies in a text', 'Cookie: sid=S1; theme=dark', 'Cookie: sid=cookie-1; theme=cookie-2'],
    ['a password in an address', 'wss://ann:hunter2@h/a', 'wss://password-1@h/a'],
    ['an e-mail address', 'User ann@example.org is not allowed', 'User email-1 is not allowed'],
    ['JSON in base64', 'x=eyJ0b2tlbiI6IlNFQ1JFVDEifQ==', 'x=eyJ0b2tlbiI6InRva2VuLTEifQ=='],
    [
      'a hex key',
      'key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 used',
      'key key-1 used',
    ],
    ['a form body', 'user=ann&password=S1', 'user=ann&password=password-1'],
    ['a logfmt line', 'level=info token="SECRET1"', 'level=info token="token-1"'],
  ])('takes out %s', (_what, text, redacted) => {
    const [got = ''] = redactMessages(text);
    if (redacted === undefined) expect(got).not.toMatch(/S1|SECR/);
    else expect(got).toBe(redacted);
  });

  it.each([
    'invalid_session_api_key',
    'ws://h/sockets/events/87f5ada82bc849fe854ce03610507e29',
    '{"message":"Not authorized"}',
    '{"token_count":1234567,"max_tokens":4096,"token_type":"bearer"}',
    '42["token_count",{"n":1}]',
    'token expired',
    'the token: expired',
    'Basic authentication failed',
    'ws://h/?session_api_key=null&conversation_id=87f5ada82bc849fe854ce03610507e29',
    '{"id":"b0c1d2e3-0000-4000-8000-1234567890ab","event_id":"9f86d081884c7d659a2feaa0c55ad015"}',
    'at useConversationWebSocketContextProviderForAgentServer2 (https://h/assets/index-BxY12abC.js:1:2)',
    'https://h/api/v1/Conversations/ListAllOpenOnes/2024/Summaries/ByOwner/Recent1',
    '{"type":"auth","ok":true}',
    'x = &quot;nothing&quot; &amp; more',
    'QSB0ZXh0IG9mIHdv\ncmRzLCBhbmQgbm90\naGluZyBlbHNl',
    '{"n":12345678901234567890,  "a" : [1.50, 2]}',
    'Sec-WebSocket-Version: 13',
    'Max-Age: 5, npm@1.2.3',
  ])('leaves %s alone', (text) => {
    expect(redactMessages(text)).toEqual([text]);
  });

  it('gives the same secret one name in every form, and another secret another', () => {
    const secret = 'Zm9v+bar/baz=12 ü';
    expect(
      redactMessages(
        JSON.stringify({ token: secret }),
        `wss://h/?access_token=${encodeURIComponent(secret)}`,
        `the key ${secret} is wrong`,
        `encoded ${Buffer.from(secret).toString('base64')} and ${Buffer.from(secret).toString('hex')}`,
        JSON.stringify(JSON.stringify({ a: { b: [secret] } })),
        JSON.stringify({ token: `${secret}2` }),
      ),
    ).toEqual([
      '{"token":"token-1"}',
      'wss://h/?access_token=token-1',
      'the key token-1 is wrong',
      `encoded ${toBase64('token-1')} and ${Buffer.from('token-1').toString('hex')}`,
      '"{\\"a\\":{\\"b\\":[\\"token-1\\"]}}"',
      '{"token":"token-2"}',
    ]);
  });

  it('calls the places of secrets by no name that is one itself', () => {
    const key = 'gho_uRggFmLSA74iVLjxIbxdXkOEbpPT6jwTVVrU';
    const events = toMessages(
      `at f (https://h/app.js?v=${key}:1:2)`,
      JSON.stringify({ [key]: { token: 'ab12cd34' } }),
    );
    expect(JSON.stringify(planRedaction(events).redactions())).not.toMatch(/gho_|uRggFmLSA/);
  });

  it('never names a secret by what stands in the capture already', () => {
    const [first, second] = redactMessages('{"password":"token-1"}', '{"token":"abc12345"}');
    expect([first, second]).toEqual(['{"password":"password-1"}', '{"token":"token-2"}']);
  });
});
