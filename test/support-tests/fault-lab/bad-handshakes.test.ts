import { describe, expect, it } from 'vitest';
import { bytesAfterHandshake, labForThisFile, SAMPLE_ACCEPT, upgradeRaw } from './raw-client';

describe('/handshake', () => {
  const lab = labForThisFile();
  const offer = ['Sec-WebSocket-Protocol: a, b'];

  async function headOf(name: string, headers: readonly string[] = []): Promise<string> {
    const client = upgradeRaw(lab().wsOrigin, `/handshake/${name}?conversation_id=abc`, headers);
    await bytesAfterHandshake(client);
    return client.head();
  }

  const CORRECT = [/^HTTP\/1.1 101 /, /^Upgrade: websocket\r$/m, /^Connection: Upgrade\r$/m];

  it.each([
    ['bad-accept', /^Sec-WebSocket-Accept: A+=\r$/m],
    ['wrong-upgrade', /^Upgrade: foo\r$/m],
    ['unasked-protocol', /^Sec-WebSocket-Protocol: protocol-nobody-asked-for\r$/m],
    ['bad-deflate', /^Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99\r$/m],
    ['two-accepts', /^Sec-WebSocket-Accept: .+\r\n(?:.+\r\n)*sec-websocket-accept: /m],
    ['unasked-extension', /^Sec-WebSocket-Extensions: extension-nobody-asked-for\r$/m],
  ])('%s puts a wrong header into a 101', async (name, wrong) => {
    const head = await headOf(name);
    expect(head).toMatch(/^HTTP\/1.1 101 /);
    expect(head).toMatch(wrong);
  });

  it.each([
    ['no-accept', 'Sec-WebSocket-Accept'],
    ['no-upgrade', 'Upgrade'],
    ['no-connection', 'Connection'],
  ])('%s leaves a header out of a 101', async (name, missing) => {
    const head = await headOf(name);
    expect(head).toMatch(/^HTTP\/1.1 101 /);
    expect(head).not.toMatch(new RegExp(`^${missing}:`, 'm'));
  });

  it('wrong-protocol picks a subprotocol that was not offered, in an otherwise correct answer', async () => {
    const head = await headOf('wrong-protocol', offer);
    for (const line of CORRECT) expect(head).toMatch(line);
    expect(head).toContain(SAMPLE_ACCEPT);
    expect(head).toContain('Sec-WebSocket-Protocol: protocol-nobody-offered');
  });

  it('no-protocol ignores what was offered, where the other faults pick the first', async () => {
    expect(await headOf('no-protocol', offer)).not.toContain('Sec-WebSocket-Protocol');
    expect(await headOf('bad-accept', offer)).toContain('Sec-WebSocket-Protocol: a\r');
  });

  it('closes what a lenient client opened all the same', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/handshake/unasked-protocol');
    expect([...(await bytesAfterHandshake(client))]).toEqual([0x88, 2, 0x03, 0xe8]);
  });

  it.each([
    ['garbage', 'fin', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['empty', 'fin', ''],
    ['half', 'fin', 'HTTP/1.1 101 Swit'],
    ['reset', 'reset', ''],
  ])('%s ends with %s instead of an answer', async (name, end, bytes) => {
    let received = '';
    const client = upgradeRaw(lab().wsOrigin, `/handshake/${name}`);
    client.socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
    expect(await client.ended).toBe(end);
    expect(received).toBe(bytes);
  });

  it('hang never answers, also after the second at which Engine.IO would cut it off', async () => {
    const client = upgradeRaw(lab().wsOrigin, '/handshake/hang');
    const first = await Promise.race([
      client.ended,
      new Promise((resolve) => setTimeout(resolve, 1_400, 'nothing')),
    ]);
    expect(first).toBe('nothing');
    expect(client.socket.bytesRead).toBe(0);
    client.socket.destroy();
  });
});
