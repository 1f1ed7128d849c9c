// send(), and what was given to it.
async ({ attempt, once, socket }) => {
  const echo = async (data) => {
    const reply = once(socket, 'message');
    socket.send(data);
    return (await reply).data;
  };
  const echoed = async (data) => {
    const got = await echo(data);
    return got instanceof Blob
      ? [...new Uint8Array(await got.arrayBuffer())]
      : got instanceof ArrayBuffer
        ? [...new Uint8Array(got)]
        : got;
  };
  await attempt('send text', () => echoed('h\u00e9llo \u{1f600}'));
  await attempt('send lone surrogate', () => echoed('a\ud800b'));
  await attempt('send number', () => echoed(42));
  await attempt('send null', () => echoed(null));
  await attempt('send undefined', () => echoed(undefined));
  await attempt('send bigint', () => echoed(10n));
  await attempt('send NaN', () => echoed(NaN));
  await attempt('send array', () => echoed([1, [2]]));
  await attempt('send function', () => echoed(function f() {}));
  await attempt('send document.all', () => echoed(document.all));
  await attempt('send object once', async () => {
    let n = 0;
    const got = await echoed({
      toString() {
        n += 1;
        return 'obj';
      },
    });
    return [got, n];
  });
  await attempt('send toPrimitive', async () => {
    const hints = [];
    const got = await echoed({
      [Symbol.toPrimitive](hint) {
        hints.push(hint);
        return 'p';
      },
    });
    return [got, hints];
  });
  await attempt('send blob', () => echoed(new Blob(['ab'])));
  await attempt('send buffer', () => echoed(new Uint8Array([1, 2]).buffer));
  await attempt('send view', () => echoed(new Uint8Array([0, 1, 2, 3]).subarray(1, 3)));
  await attempt('send data view', () => echoed(new DataView(new Uint8Array([5, 6]).buffer)));
  await attempt('send buffer of another realm', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const got = await echoed(new frame.contentWindow.Uint8Array([9, 8]));
    frame.remove();
    return got;
  });
  await attempt('send blob of another realm', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const got = await echoed(new frame.contentWindow.Blob(['cd']));
    frame.remove();
    return got;
  });
  await attempt('send shared buffer', () =>
    typeof SharedArrayBuffer === 'undefined' ? 'no SharedArrayBuffer' : socket.send(new SharedArrayBuffer(1)),
  );
  await attempt('send extra arguments', async () => {
    const reply = once(socket, 'message');
    const result = socket.send('a', 'b');
    return [(await reply).data, result];
  });
  await attempt('buffer unchanged after send', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const reply = echoed(bytes);
    bytes.fill(9);
    return [await reply, bytes.byteLength];
  });
  for (const [name, send] of Object.entries({
    'no arguments': () => socket.send(),
    symbol: () => socket.send(Symbol('x')),
    'throwing toString': () =>
      socket.send({
        toString() {
          throw new RangeError('mine');
        },
      }),
    'null prototype': () => socket.send(Object.create(null)),
    'wrong this': () => WebSocket.prototype.send.call({}, 'x'),
    'wrong this, object': () =>
      WebSocket.prototype.send.call(
        {},
        {
          toString() {
            throw new Error('converted too early');
          },
        },
      ),
    'this undefined': () => (0, socket.send)('x'),
    'while connecting': () => new WebSocket(`${lab}/echo`).send('x'),
    'while connecting, object': () => {
      let n = 0;
      try {
        new WebSocket(`${lab}/echo`).send({
          toString() {
            n += 1;
            return 'x';
          },
        });
      } catch (error) {
        return `${error.name} after ${n}`;
      }
    },
    'new send': () => new socket.send('x'),
  }))
    await attempt(`send: ${name}`, send);
  await attempt('send function', () => [
    socket.send.name,
    socket.send.length,
    'prototype' in socket.send,
    socket.send === WebSocket.prototype.send,
    typeof socket.close,
    socket.close.length,
  ]);
};
