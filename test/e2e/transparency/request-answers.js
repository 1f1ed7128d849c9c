// What requests bring, and who is told.
async ({ attempt, POLL, idless, load }) => {
  await attempt('send before open', () => new XMLHttpRequest().send());
  await attempt('send twice', () => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', POLL);
    xhr.send();
    try {
      xhr.send();
    } finally {
      xhr.abort();
    }
  });
  await attempt('open of something else', () => XMLHttpRequest.prototype.open.call({}, 'GET', POLL));
  await attempt('send of something else', () => XMLHttpRequest.prototype.send.call({}));
  await attempt('exceptions of handlers', async () => {
    const errors = [];
    const before = window.onerror;
    window.onerror = (message) => {
      errors.push(String(message));
      return true;
    };
    await load(POLL, (xhr) => {
      xhr.onload = () => {
        throw new Error('mine');
      };
    });
    window.onerror = before;
    return errors;
  });
  await attempt('subclass', async () => {
    class Mine extends XMLHttpRequest {
      open(...args) {
        this.opened = true;
        return super.open(...args);
      }
    }
    const mine = new Mine();
    mine.open('GET', POLL);
    mine.abort();
    return [mine.opened, mine instanceof XMLHttpRequest, Reflect.ownKeys(mine)];
  });

  await attempt('fetch of a poll', async () => {
    const response = await fetch(POLL);
    return [response.status, idless(await response.text()), response.bodyUsed];
  });
  await attempt('fetch again', async () => {
    const response = await fetch(new Request(POLL));
    const copy = response.clone();
    return [idless(await response.text()), idless(await copy.text()), response instanceof Response];
  });
  await attempt('what fetch is', () => [fetch.name, fetch.length, typeof fetch, 'prototype' in fetch]);
  await attempt('a body that is read twice', async () => {
    const response = await fetch(POLL);
    await response.text();
    await response.text();
  });
  await attempt('a body as a stream', async () => {
    const response = await fetch(POLL);
    const reader = response.body.getReader();
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) size += part.value.length;
    return [size > 0, response.bodyUsed];
  });
  await attempt('a body as other things', async () => [
    Object.prototype.toString.call(await (await fetch(POLL)).arrayBuffer()),
    Object.prototype.toString.call(await (await fetch(POLL)).blob()),
  ]);
  await attempt('text of something else', () =>
    Response.prototype.text.call({}).catch((error) => error.name),
  );
  await attempt('fetch that is aborted', async () => {
    const controller = new AbortController();
    const going = fetch(POLL, { signal: controller.signal });
    controller.abort();
    return going.catch((error) => [error.name, error.message]);
  });
  await attempt('fetch to nowhere', () =>
    fetch('http://127.0.0.1:1/?EIO=4&transport=polling').catch((error) => error.name),
  );
  await attempt('fetch reads its options once', async () => {
    const reads = [];
    const init = {
      get method() {
        reads.push('method');
        return 'POST';
      },
      get body() {
        reads.push('body');
        return '1';
      },
    };
    await fetch(POLL, init);
    return reads;
  });
  await attempt('an unhandled rejection of another request', async () => {
    const unhandled = [];
    const onUnhandled = (event) => {
      unhandled.push(event.reason?.name);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', onUnhandled);
    fetch('http://127.0.0.1:1/nothing');
    await new Promise((done) => setTimeout(done, 300));
    removeEventListener('unhandledrejection', onUnhandled);
    return unhandled;
  });
  await attempt('turns until an answer is read', async () => {
    const response = new Response('x');
    const poll = await fetch(POLL);
    const turns = [];
    for (const one of [response, poll]) {
      await one.clone().text();
      let isDone = false;
      let count = 0;
      const text = one.text().then(() => {
        isDone = true;
      });
      await Promise.race([text, new Promise((done) => setTimeout(done, 1000))]);
      while (!isDone && count < 10) {
        count += 1;
        await undefined;
      }
      turns.push(count);
    }
    return turns;
  });
  await attempt('polluted prototypes', async () => {
    const touched = [];
    const trap = (owner, key, descriptor) => {
      const before = Object.getOwnPropertyDescriptor(owner, key);
      Object.defineProperty(owner, key, { configurable: true, ...descriptor });
      return () => (before ? Object.defineProperty(owner, key, before) : delete owner[key]);
    };
    const spy = (name) => ({
      value() {
        touched.push(name);
        return undefined;
      },
      writable: true,
    });
    const undo = [
      trap(String.prototype, 'indexOf', spy('indexOf')),
      trap(String.prototype, 'slice', spy('slice')),
      trap(URL.prototype, 'href', { get: () => touched.push('href') }),
      trap(Node.prototype, 'baseURI', { get: () => touched.push('baseURI') }),
      trap(WeakMap.prototype, 'get', spy('WeakMap.get')),
      trap(WeakMap.prototype, 'set', spy('WeakMap.set')),
      trap(Object.prototype, 'once', { get: () => touched.push('once') }),
      trap(Object.prototype, 'capture', { get: () => touched.push('capture') }),
      trap(Response.prototype, 'status', { get: () => touched.push('status') }),
      trap(Promise.prototype, 'then', spy('then')),
    ];
    let status;
    try {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', POLL, false);
      xhr.send();
      status = xhr.status;
    } finally {
      for (let i = undo.length - 1; i >= 0; i -= 1) undo[i]();
    }
    return [status, touched.length === 0 ? 'nothing touched' : touched.join()];
  });
  await attempt('global names at the end', () => Object.getOwnPropertyNames(globalThis).sort().join(' '));
};
