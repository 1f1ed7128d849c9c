import { once } from 'node:events';
import net from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { FaultLab } from '../../support/fault-lab/fault-lab';
import { startFaultLab } from '../../support/fault-lab/fault-lab';
import { labForThisFile, sendRaw, upgradeRaw } from './raw-client';

async function echoes(lab: FaultLab): Promise<boolean> {
  const client = new WebSocket(`${lab.wsOrigin}/echo`);
  await once(client, 'open');
  client.send('alive');
  const answer = String((await once(client, 'message'))[0]);
  client.terminate();
  return answer === 'alive';
}

async function connectError(origin: string): Promise<unknown> {
  const client = new WebSocket(`${origin}/echo`);
  const [problem] = await new Promise<unknown[]>((resolve) =>
    client.once('error', (error) => resolve([error])),
  );
  return problem;
}

describe('the fault lab', () => {
  const lab = labForThisFile();

  it('shows a certificate that nobody signed, and serves behind it', async () => {
    expect(await connectError(lab().tlsWsOrigin)).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const client = new WebSocket(`${lab().tlsWsOrigin}/close/4003`, { rejectUnauthorized: false });
    expect((await once(client, 'close'))[0]).toBe(4003);
  });

  it('has no Socket.IO behind TLS, and says so at once', async () => {
    const client = new WebSocket(`${lab().tlsWsOrigin}/socket.io/?EIO=4`, { rejectUnauthorized: false });
    const problem = await new Promise((resolve) => client.once('error', resolve));
    expect(String(problem)).toContain('404');
  });

  it('breaks TLS to the plain port, and plain text to the TLS port', async () => {
    expect(await connectError(lab().wsOrigin.replace('ws:', 'wss:'))).toMatchObject({
      code: 'EPROTO',
    });
    expect(await connectError(lab().tlsWsOrigin.replace('wss:', 'ws:'))).toBeInstanceOf(Error);
  });

  it('holds a port where connections are refused', async () => {
    for (let i = 0; i < 3; i++)
      expect(await connectError(lab().refusedWsOrigin)).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('has a server that is killed under its client, refuses whoever comes next, and comes back', async () => {
    const client = new WebSocket(lab().mortalWsOrigin);
    const code = await new Promise((resolve) => client.once('close', resolve));
    expect(code).toBe(1006);
    expect(await connectError(lab().mortalWsOrigin)).toMatchObject({ code: 'ECONNREFUSED' });
    await expect
      .poll(
        () =>
          new Promise((resolve) => {
            const next = new WebSocket(lab().mortalWsOrigin);
            next.once('open', () => resolve('open'));
            next.once('error', (problem) => resolve(String(problem)));
          }),
        { timeout: 20_000, interval: 200 },
      )
      .toBe('open');
  });

  it('listens on 127.0.0.1 only', () => {
    for (const origin of [lab().httpOrigin, lab().wsOrigin, lab().tlsWsOrigin, lab().mortalWsOrigin]) {
      expect(new URL(origin).hostname).toBe('127.0.0.1');
    }
  });

  it('answers 404 to a fault it does not have, and 400 to an upgrade without a key', async () => {
    const unknown = upgradeRaw(lab().wsOrigin, '/constructor');
    await unknown.ended;
    expect(unknown.head()).toMatch(/^HTTP\/1.1 404 /);
    for (const target of ['/echo', '/close/1000', '/handshake/bad-accept']) {
      const keyless = sendRaw(
        lab().wsOrigin,
        `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      await keyless.ended;
      expect(keyless.head()).toMatch(/^HTTP\/1.1 400 /);
    }
  });

  it('answers 400 to an address that is no path', async () => {
    for (const target of ['*', 'http://[', 'echo']) {
      const client = upgradeRaw(lab().wsOrigin, target);
      await client.ended;
      expect(client.head()).toMatch(/^HTTP\/1.1 400 /);
    }
  });

  const segment = fc.oneof(
    fc.constantFrom(
      'status',
      'close',
      'drop',
      'handshake',
      'frame',
      'flaky',
      'restart',
      'flood',
      'then',
      'sockets',
    ),
    fc.constantFrom(
      'socket.io',
      'sio-silent',
      'pages',
      'native',
      '__proto__',
      'toString',
      '%',
      '%zz',
      '%00',
      '..',
      '*',
    ),
    fc.constantFrom('1000', '401', 'fin', 'rst', 'none', 'garbage', '-1', '1e9', '99999999999', ''),
    fc.stringMatching(/^[!-~]{1,12}$/),
  );
  const query = fc.constantFrom(
    '',
    '?',
    '?after=x',
    '?key=%',
    '?EIO=4&transport=websocket',
    '?EIO=9',
    '?url',
    '?count=99&size=9&a=%E0',
  );
  const target = fc.tuple(
    fc.constantFrom('/', '//', '', 'http://['),
    fc.array(segment, { maxLength: 4 }),
    query,
  );

  it('survives whatever it is asked', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(target, fc.boolean(), async ([slash, segments, rest], isUpgrade) => {
        const path = `${slash}${segments.join('/')}${rest}`;
        const client = isUpgrade
          ? upgradeRaw(lab().wsOrigin, path)
          : sendRaw(lab().wsOrigin, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        await Promise.race([client.ended, new Promise((resolve) => setTimeout(resolve, 15))]);
        client.socket.destroy();
      }),
      { numRuns: 300 },
    );
    sendRaw(lab().wsOrigin, Buffer.alloc(2_000, 0xff)).socket.destroy();
    expect(await echoes(lab())).toBe(true);
  });

  it('survives a client that breaks the protocol', async () => {
    for (const path of ['/echo', '/close/1000?after=100', '/silent', '/sio-silent/']) {
      const client = upgradeRaw(lab().wsOrigin, path);
      await client.until(() => client.head() !== '');
      client.socket.write(Buffer.from([0xf3, 0x05, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
      await Promise.race([client.ended, new Promise((resolve) => setTimeout(resolve, 50))]);
      client.socket.resetAndDestroy();
    }
    expect(await echoes(lab())).toBe(true);
  });
});

describe('stopping the fault lab', () => {
  it('cuts every connection, also those that hang, and frees its ports', async () => {
    const lab = await startFaultLab();
    const talking = ['/echo', '/silent', '/sio-silent/', '/socket.io/?EIO=4&transport=websocket'].map(
      (path) => upgradeRaw(lab.wsOrigin, path),
    );
    const waiting = [upgradeRaw(lab.wsOrigin, '/handshake/hang'), sendRaw(lab.tlsWsOrigin, '')];
    await Promise.all(talking.map((client) => client.until(() => client.head() !== '')));
    await Promise.all(
      waiting.map(({ socket }) => (socket.connecting ? once(socket, 'connect') : Promise.resolve())),
    );
    await lab.stop();
    await Promise.all([...talking, ...waiting].map(({ ended }) => ended));

    for (const origin of [lab.httpOrigin, lab.tlsWsOrigin]) {
      const server = net.createServer().listen(Number(new URL(origin).port), '127.0.0.1');
      await once(server, 'listening');
      server.close();
    }
  });

  it('starts on the port it is given, and says so when the port is taken', async () => {
    const first = await startFaultLab();
    const port = Number(new URL(first.httpOrigin).port);
    await expect(startFaultLab({ port })).rejects.toThrow('EADDRINUSE');
    await first.stop();
    const second = await startFaultLab({ port });
    expect(second.httpOrigin).toBe(first.httpOrigin);
    await second.stop();
    await second.stop();
  });
});
