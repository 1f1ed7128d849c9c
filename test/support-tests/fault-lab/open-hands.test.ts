import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { labForThisFile, upgradeRaw } from './raw-client';

describe('/sockets/events, like OpenHands V1', () => {
  const lab = labForThisFile();
  const target = (key: string): string => `/sockets/events/0123abcd?resend_all=true&session_api_key=${key}`;

  it('sends the state first and then echoes, with the good key', async () => {
    const client = new WebSocket(lab().wsOrigin + target('good'));
    expect(JSON.parse(String((await once(client, 'message'))[0]))).toMatchObject({
      kind: 'ConversationStateUpdateEvent',
      value: { id: '0123abcd' },
    });
    client.send('{"role":"user"}');
    expect(String((await once(client, 'message'))[0])).toBe('{"role":"user"}');
    client.close();
  });

  it.each([target('bad'), '/sockets/events/0123abcd', '/sockets/events', '/sockets/bash-events'])(
    'answers a bare 403 to %s',
    async (address) => {
      const client = upgradeRaw(lab().wsOrigin, address);
      await client.ended;
      expect(client.head()).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n');
    },
  );

  it('accepts and then closes with 4004 for a conversation that is not there', async () => {
    const client = new WebSocket(lab().wsOrigin + target('unknown-conversation'));
    const opened = once(client, 'open');
    expect(await once(client, 'close')).toEqual([4004, Buffer.from('Conversation not found')]);
    await opened;
  });
});
