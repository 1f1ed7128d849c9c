import { describe, expect, it } from 'vitest';
import { redactEvent, redactText } from '../../core/redact';

describe('redactText', () => {
  it.each([
    ['a key in a URL', 'ws://h/a?session_api_key=SECRET1&room=7', 'ws://h/a?session_api_key=REDACTED&room=7'],
    [
      'a key in an address within an address',
      'http://h/?to=ws%3A%2F%2Fh%3Ftoken%3DSECRET1%26room%3D7&x=%253Ftoken%253DSECRET1',
      'http://h/?to=ws%3A%2F%2Fh%3Ftoken%3DREDACTED%26room%3D7&x=%253Ftoken%253DREDACTED',
    ],
    ['a token in running text', 'refused: api_token=SECRET1, code=7', 'refused: api_token=REDACTED, code=7'],
    ['a token in JSON', '{"token":"SECRET1","user":"ann"}', '{"token":"REDACTED","user":"ann"}'],
    [
      'a token in JSON within JSON',
      '{"a":"{\\"auth_token\\":\\"SECRET1\\"}"}',
      '{"a":"{\\"auth_token\\":\\"REDACTED\\"}"}',
    ],
    ['a Socket.IO auth payload', '40{"token":"SECRET1"}', '40{"token":"REDACTED"}'],
    ['a value with an escaped quote', '{"password":"SEC\\"RET1"}', '{"password":"REDACTED"}'],
    ['a JWT anywhere', 'refused eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'refused REDACTED'],
    ['a bearer token', 'Authorization: Bearer abcdef123456', 'Authorization: Bearer REDACTED'],
    ['a password in an address', 'wss://ann:hunter2@h/a', 'wss://REDACTED@h/a'],
    ['an e-mail address', 'User ann@example.org is not allowed', 'User REDACTED is not allowed'],
  ])('takes out %s', (_what, text, redacted) => {
    expect(redactText(text)).toBe(redacted);
  });

  it.each([
    'invalid_session_api_key',
    'ws://h/sockets/events/87f5ada82bc849fe854ce03610507e29',
    '{"message":"Not authorized"}',
    '42["token_count",{"n":1}]',
  ])('leaves %s alone', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('redactEvent', () => {
  it('leaves binary bodies out and says that they were cut', () => {
    const common = { source: 'page-hook', streamId: 's', seq: 1, timeMs: 0, socketId: 1 } as const;
    const event = redactEvent({
      ...common,
      type: 'message',
      direction: 'in',
      format: 'binary',
      sizeBytes: 2,
      bytes: new Uint8Array(2),
    });
    expect(event).toMatchObject({ sizeBytes: 2, isCut: true });
    expect(event).not.toHaveProperty('bytes');
  });

  it('redacts stacks, reasons and cookies', () => {
    const common = { streamId: 's', seq: 1, timeMs: 0, socketId: 1 };
    const closed = redactEvent({
      ...common,
      source: 'page-hook',
      type: 'socket-close-called',
      readyState: 1,
      reason: 'token=abc&token=SECRET1',
      stack: 'at https://h/app.js?token=SECRET1:1:2',
    });
    const handshake = redactEvent({
      ...common,
      source: 'web-request',
      type: 'handshake',
      url: 'ws://h',
      responseHeaders: [
        ['Set-Cookie', 'id=SECRET1'],
        ['Server', 'x'],
      ],
    });
    expect(JSON.stringify([closed, handshake])).not.toContain('SECRET1');
    expect(handshake.responseHeaders[1]).toEqual(['Server', 'x']);
  });
});
