/* global lab */
// Runs in a page, with and without Hangup, and returns all that a page can find out about WebSocket. `lab` is the
// fault lab's address. Nothing in here may depend on time, port or chance: the two results must be equal.
(async () => {
  const seen = {};
  const Native = globalThis.WebSocket;
  const attempt = async (name, observe) => {
    try {
      seen[name] = (await observe()) ?? 'undefined';
    } catch (error) {
      seen[name] =
        `threw ${error.name}: ${String(error.message).replaceAll(lab, 'LAB')} (${Object.prototype.toString.call(error)})`;
    }
  };
  const once = (socket, type) => new Promise((done) => socket.addEventListener(type, done, { once: true }));
  const opened = async (path = '/echo', ...rest) => {
    const socket = new WebSocket(lab + path, ...rest);
    await once(socket, 'open');
    return socket;
  };
  const describe = (owner) =>
    Object.fromEntries(
      Reflect.ownKeys(owner).map((key) => {
        const d = Object.getOwnPropertyDescriptor(owner, key);
        const part = (f) => (typeof f === 'function' ? `${f.name}/${f.length}` : typeof f);
        return [
          String(key),
          `${d.enumerable ? 'e' : '-'}${d.configurable ? 'c' : '-'}${'value' in d ? `${d.writable ? 'w' : '-'} ${typeof d.value} ${typeof d.value === 'function' ? part(d.value) : typeof d.value === 'object' ? '' : String(d.value)}` : ` get ${part(d.get)} set ${part(d.set)}`}`,
        ];
      }),
    );

  // What it is made of
  await attempt('global names', () => Object.getOwnPropertyNames(globalThis).sort().join(' '));
  await attempt(
    'global descriptor',
    () =>
      describe({ __proto__: null, W: 0 }) &&
      JSON.stringify({ ...Object.getOwnPropertyDescriptor(globalThis, 'WebSocket'), value: 0 }),
  );
  await attempt('constructor', () => describe(WebSocket));
  await attempt('prototype', () => describe(WebSocket.prototype));
  await attempt('event target prototype', () => describe(EventTarget.prototype));
  await attempt('names', () => [
    WebSocket.name,
    WebSocket.length,
    typeof WebSocket,
    String(WebSocket.prototype),
    Object.keys(WebSocket).join(),
  ]);
  await attempt('identity', () => [
    WebSocket.prototype.constructor === WebSocket,
    Object.getPrototypeOf(WebSocket) === EventTarget,
    Object.getPrototypeOf(WebSocket.prototype) === EventTarget.prototype,
    window.WebSocket === WebSocket,
    self.WebSocket === WebSocket,
  ]);

  // What an instance is
  const socket = await opened();
  await attempt('instance', () => [
    describe(socket),
    socket instanceof WebSocket,
    socket.constructor === WebSocket,
    String(socket),
    Object.getPrototypeOf(socket) === WebSocket.prototype,
    socket.binaryType,
    socket.bufferedAmount,
    socket.readyState,
    socket.protocol,
    socket.extensions,
  ]);
  await attempt('for in', () => {
    const keys = [];
    for (const key in socket) keys.push(key);
    return keys;
  });
  await attempt('url is normalised', () =>
    new WebSocket(`${lab.replace('ws:', 'WS:')}/a/../echo`).url.replace(lab, 'LAB'),
  );
  await attempt('expando', () => {
    socket.mine = 1;
    return [Object.keys(socket), delete socket.mine];
  });
  await attempt('structured clone', () => structuredClone(socket));

  // Subclasses and odd constructions
  await attempt('subclass', async () => {
    class Mine extends WebSocket {
      extra = 7;
      send(data) {
        return super.send(`mine ${data}`);
      }
    }
    const mine = new Mine(`${lab}/echo`);
    await once(mine, 'open');
    const reply = once(mine, 'message');
    mine.send('x');
    return [
      mine instanceof Mine,
      mine instanceof WebSocket,
      mine.extra,
      mine.constructor === Mine,
      (await reply).data,
      Mine.CONNECTING,
      Mine.name,
    ];
  });
  await attempt('Reflect.construct with another new.target', () => {
    function Other() {}
    Other.prototype = Object.create(WebSocket.prototype);
    const other = Reflect.construct(WebSocket, [`${lab}/echo`], Other);
    return [other instanceof Other, other instanceof WebSocket, other.readyState];
  });
  await attempt('bound constructor', () => new (WebSocket.bind(null, `${lab}/echo`))().readyState);
  await attempt('class fields and new.target', () => {
    let target;
    class Base extends WebSocket {
      constructor(...a) {
        super(...a);
        target = new.target;
      }
    }
    new Base(`${lab}/echo`);
    return target === Base;
  });
  for (const [name, make] of Object.entries({
    'without new': () => WebSocket(`${lab}/echo`),
    'no arguments': () => new WebSocket(),
    call: () => WebSocket.call({}, `${lab}/echo`),
    apply: () => Reflect.apply(WebSocket, undefined, []),
    'bad scheme': () => new WebSocket('ftp://h/'),
    fragment: () => new WebSocket(`${lab}/echo#x`),
    'bad address': () => new WebSocket('ws://['),
    'bad protocol': () => new WebSocket(`${lab}/echo`, 'a b'),
    'protocol twice': () => new WebSocket(`${lab}/echo`, ['a', 'a']),
    'protocols not iterable': () => new WebSocket(`${lab}/echo`, 5),
    'url throws': () =>
      new WebSocket({
        toString() {
          throw new RangeError('mine');
        },
      }),
    'symbol url': () => new WebSocket(Symbol('x')),
    'null prototype url': () => new WebSocket(Object.create(null)),
  }))
    await attempt(`construct: ${name}`, () => typeof make());
  await attempt('url converted once', () => {
    let n = 0;
    new WebSocket({
      toString() {
        n += 1;
        return `${lab}/echo`;
      },
    });
    return n;
  });
  await attempt('protocols iterated once', () => {
    let n = 0;
    const made = new WebSocket(`${lab}/echo`, {
      *[Symbol.iterator]() {
        n += 1;
        yield 'a';
        yield 'b';
      },
    });
    return [n, made.protocol];
  });
  await attempt('protocol chosen', async () => (await opened('/echo', ['one', 'two'])).protocol);

  // send()
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

  // close()
  for (const [name, close] of Object.entries({
    'bad code': (s) => s.close(1001),
    undefined: (s) => s.close(undefined),
    'long reason': (s) => s.close(1000, '\u00e9'.repeat(62)),
    'code 2999': (s) => s.close(2999),
    NaN: (s) => s.close(NaN),
    symbol: (s) => s.close(Symbol('x')),
    'wrong this': () => WebSocket.prototype.close.call({}),
    'code converted once': (s) => {
      let n = 0;
      s.close({
        valueOf() {
          n += 1;
          return 3000;
        },
      });
      return n;
    },
    'reason converted once': (s) => {
      let n = 0;
      s.close(1000, {
        toString() {
          n += 1;
          return 'r';
        },
      });
      return n;
    },
  }))
    await attempt(`close: ${name}`, async () => close(await opened()));
  const closeEvent = async (...args) => {
    const s = await opened();
    const end = once(s, 'close');
    s.close(...args);
    const e = await end;
    return [
      e.code,
      e.reason,
      e.wasClean,
      e.isTrusted,
      e instanceof CloseEvent,
      Object.prototype.toString.call(e),
    ];
  };
  await attempt('close()', () => closeEvent());
  await attempt('close(3333, reason)', () => closeEvent(3333, 'why'));
  await attempt('close(undefined)', () => closeEvent(undefined));
  await attempt('close while connecting', async () => {
    const s = new WebSocket(`${lab}/echo`);
    const log = [];
    for (const type of ['open', 'error', 'close'])
      s.addEventListener(type, (e) => log.push(`${e.type} ${s.readyState}`));
    s.close();
    await once(s, 'close');
    return log;
  });
  await attempt('send after close', async () => {
    const s = await opened();
    s.close();
    s.send('lost');
    s.send(new Blob(['lost']));
    return [s.bufferedAmount, s.readyState];
  });

  // Listeners
  await attempt('listeners', async () => {
    const s = new WebSocket(`${lab}/echo`);
    const log = [];
    const twice = () => log.push('dedupe');
    const controller = new AbortController();
    const removed = () => log.push('removed');
    s.addEventListener('message', () => log.push('first'));
    s.onmessage = (e) => {
      log.push(
        `on ${e.target === s} ${e.currentTarget === s} ${e.isTrusted} ${e.eventPhase} ${e.origin === lab}`,
      );
    };
    s.addEventListener('message', twice);
    s.addEventListener('message', twice);
    s.addEventListener('message', () => log.push('once'), { once: true });
    s.addEventListener('message', () => log.push('signal'), { signal: controller.signal });
    s.addEventListener('message', {
      handleEvent(e) {
        log.push(`object ${this.tag} ${e.data}`);
      },
      tag: 't',
    });
    s.addEventListener('message', removed);
    s.removeEventListener('message', removed);
    s.addEventListener('message', () => log.push('capture'), true);
    s.addEventListener(
      'message',
      (e) => log.push(`path ${e.composedPath().length} ${e.defaultPrevented} ${e.cancelable} ${e.bubbles}`),
      { passive: true },
    );
    await once(s, 'open');
    for (const text of ['1', '2']) {
      const reply = once(s, 'message');
      s.send(text);
      await reply;
      if (text === '1') controller.abort();
    }
    s.onmessage = null;
    return [log, s.onmessage, typeof s.onopen];
  });
  await attempt('stopImmediatePropagation', async () => {
    const s = await opened();
    const log = [];
    s.addEventListener('message', (e) => {
      log.push('stop');
      e.stopImmediatePropagation();
    });
    s.addEventListener('message', () => log.push('never'));
    s.send('x');
    await new Promise((done) => {
      s.onclose = done;
      setTimeout(() => s.close(), 200);
    });
    return log;
  });
  await attempt('exceptions reach window.onerror', async () => {
    const s = await opened();
    const caught = [];
    window.onerror = (message) => {
      caught.push(String(message));
      return true;
    };
    s.addEventListener('message', () => {
      throw new Error('from listener');
    });
    s.onmessage = () => {
      throw new TypeError('from handler');
    };
    const reply = once(s, 'message');
    s.send('x');
    await reply;
    window.onerror = null;
    return caught;
  });
  await attempt('synthetic events', () => {
    const s = new WebSocket(`${lab}/echo`);
    const log = [];
    s.onmessage = (e) => log.push(`${e.data} ${e.isTrusted}`);
    s.dispatchEvent(new MessageEvent('message', { data: 'fake' }));
    return log;
  });
  await attempt('transfer in a listener', async () => {
    const s = await opened();
    s.binaryType = 'arraybuffer';
    const reply = new Promise((done) => {
      s.onmessage = (e) => {
        const moved = structuredClone(e.data, { transfer: [e.data] });
        done([moved.byteLength, e.data.byteLength]);
      };
    });
    s.send(new Uint8Array(3));
    return reply;
  });
  await attempt('binary types', async () => {
    const s = await opened();
    const got = [];
    for (const type of ['blob', 'arraybuffer']) {
      s.binaryType = type;
      const reply = once(s, 'message');
      s.send(new Uint8Array(2));
      got.push(Object.prototype.toString.call((await reply).data));
    }
    s.binaryType = 'nonsense';
    return [got, s.binaryType];
  });

  // What gives an extension away
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
    const touched = [];
    // Null prototypes: a polluted Object.prototype.get would turn every descriptor into nonsense, ours included.
    const bare = (descriptor) => Object.setPrototypeOf(descriptor, null);
    const trap = (owner, key, value) => {
      const before = Object.getOwnPropertyDescriptor(owner, key);
      Object.defineProperty(owner, key, bare({ configurable: true, ...value }));
      return () => (before ? Object.defineProperty(owner, key, bare(before)) : delete owner[key]);
    };
    const undo = [
      trap(Object.prototype, 'get', {
        get() {
          touched.push('get');
        },
      }),
      trap(Object.prototype, 'apply', {
        get() {
          touched.push('apply');
        },
      }),
      trap(Object.prototype, 'construct', {
        get() {
          touched.push('construct');
        },
      }),
      trap(Object.prototype, 'once', {
        get() {
          touched.push('once');
          return true;
        },
      }),
      trap(Array.prototype, 0, {
        set() {
          touched.push('index');
        },
        get() {},
      }),
      trap(Object.prototype, 'text', {
        set() {
          touched.push('text');
        },
        get() {
          touched.push('get text');
        },
      }),
      trap(Array.prototype, Symbol.iterator, {
        value() {
          touched.push('iterator');
          return [][Symbol.iterator]();
        },
      }),
      trap(Array.prototype, 'push', {
        value() {
          touched.push('push');
        },
      }),
      trap(Reflect, 'apply', {
        value() {
          touched.push('Reflect.apply');
        },
      }),
      trap(EventTarget.prototype, 'addEventListener', {
        value() {
          touched.push('addEventListener');
        },
      }),
      trap(WeakMap.prototype, 'get', {
        value() {
          touched.push('WeakMap');
        },
      }),
      trap(String.prototype, 'slice', {
        value() {
          touched.push('slice');
        },
      }),
      trap(ArrayBuffer, Symbol.species, {
        get() {
          touched.push('species');
          return ArrayBuffer;
        },
      }),
      trap(MessagePort.prototype, 'postMessage', {
        value() {
          touched.push('postMessage');
        },
      }),
      trap(performance, 'now', {
        value() {
          touched.push('now');
        },
      }),
      trap(Error, 'prepareStackTrace', {
        value() {
          touched.push('prepareStackTrace');
          return '';
        },
      }),
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
    return [result, touched.length === 0 ? 'nothing touched' : touched.join()];
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
  return seen;
})();
