// What gives an extension away, to a page that has spoilt the built-ins too.
async ({ Native, attempt, once, describe, socket }) => {
  await attempt('stacks name no extension', () => {
    const throwing = {
      toString() {
        throw new Error('mine');
      },
    };
    return [
      () => new WebSocket('ws://['),
      () => new WebSocket(throwing),
      () => socket.send(Symbol('x')),
      () => socket.send(throwing),
      () => socket.close(1001),
    ].map((run) => {
      try {
        return run();
      } catch (error) {
        return [error.name, error.stack.includes('extension:')];
      }
    });
  });
  await attempt('how functions print', () => [
    describe(Function.prototype),
    String(Function.prototype.toString).replaceAll(/\s+/g, ' '),
    [WebSocket, socket.send, socket.close].map((one) => String(one).includes('[native code]')),
  ]);

  // A page that has spoilt the built-ins
  await attempt('polluted prototypes', async () => {
    // Text: lists are spoilt as well.
    let touched = '';
    // Null prototypes: a polluted Object.prototype.get would turn every descriptor into nonsense, ours included.
    const bare = (descriptor) => Object.setPrototypeOf(descriptor, null);
    const trap = (owner, key, value) => {
      const before = Object.getOwnPropertyDescriptor(owner, key);
      Object.defineProperty(owner, key, bare({ configurable: true, ...value }));
      return () => (before ? Object.defineProperty(owner, key, bare(before)) : delete owner[key]);
    };
    const spy = (name, answer) => () => {
      touched += `${name} `;
      return answer?.();
    };
    const undo = [
      trap(Object.prototype, 'get', { get: spy('get') }),
      trap(Object.prototype, 'apply', { get: spy('apply') }),
      trap(Object.prototype, 'construct', { get: spy('construct') }),
      trap(Object.prototype, 'once', { get: spy('once', () => true) }),
      trap(Array.prototype, 0, { set: spy('index'), get() {} }),
      trap(Object.prototype, 'text', { set: spy('text'), get: spy('get text') }),
      trap(Array.prototype, Symbol.iterator, { value: spy('iterator', () => [][Symbol.iterator]()) }),
      trap(Array.prototype, 'push', { value: spy('push') }),
      trap(Reflect, 'apply', { value: spy('Reflect.apply') }),
      trap(EventTarget.prototype, 'addEventListener', { value: spy('addEventListener') }),
      trap(WeakMap.prototype, 'get', { value: spy('WeakMap') }),
      trap(String.prototype, 'slice', { value: spy('slice') }),
      trap(ArrayBuffer, Symbol.species, { get: spy('species', () => ArrayBuffer) }),
      trap(MessagePort.prototype, 'postMessage', { value: spy('postMessage') }),
      trap(performance, 'now', { value: spy('now') }),
      trap(Error, 'prepareStackTrace', { value: spy('prepareStackTrace', () => '') }),
    ];
    let result;
    try {
      const s = new WebSocket(`${lab}/echo`);
      await new Promise((done) => {
        s.onopen = done;
      });
      s.binaryType = 'arraybuffer';
      result = new Promise((done) => {
        s.onmessage = (e) => {
          s.onmessage = null;
          done(typeof e.data === 'string' ? e.data : e.data.byteLength);
        };
      });
      s.send(new Uint8Array(4));
      result = await result;
      s.close(3000, 'r');
      await new Promise((done) => {
        s.onclose = done;
      });
    } finally {
      for (let i = undo.length - 1; i >= 0; i -= 1) undo[i]();
    }
    return [result, touched || 'nothing touched'];
  });
  await attempt('page wraps again', async () => {
    const Before = WebSocket;
    const made = [];
    globalThis.WebSocket = function Wrapped(...args) {
      made.push('wrapped');
      return new Before(...args);
    };
    const s = new WebSocket(`${lab}/echo`);
    globalThis.WebSocket = Before;
    return [made, s instanceof Before, WebSocket === Native];
  });
  await attempt('frames', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const Theirs = frame.contentWindow.WebSocket;
    const s = new Theirs(`${lab}/echo`);
    const result = [
      Theirs === WebSocket,
      Theirs.name,
      s instanceof Theirs,
      s instanceof WebSocket,
      describe(Theirs.prototype),
    ];
    await once(s, 'open');
    s.close();
    frame.remove();
    return result;
  });
};
