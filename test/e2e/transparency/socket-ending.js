// close(), and listeners.
async ({ attempt, once, opened }) => {
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
};
