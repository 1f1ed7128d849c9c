/* global lab, window, Node, XMLHttpRequest, Response, Request, WebTransport, AbortController, fetch */
/* global addEventListener, removeEventListener */
// Runs in a page, with and without Hangup, and returns what a page can find out about XMLHttpRequest, fetch, Response
// and WebTransport, above all around the requests that Hangup looks at. `lab` is the fault lab's http address. Nothing
// in here may depend on time, port or chance: the two results must be equal.
(async () => {
  const seen = {};
  const attempt = async (name, observe) => {
    try {
      seen[name] = (await observe()) ?? 'undefined';
    } catch (error) {
      seen[name] = `threw ${error.name}: ${String(error.message).replaceAll(lab, 'LAB')}`;
    }
  };
  const describe = (owner) =>
    Object.fromEntries(
      Reflect.ownKeys(owner).map((key) => {
        const d = Object.getOwnPropertyDescriptor(owner, key);
        const part = (f) => (typeof f === 'function' ? `${f.name}/${f.length}` : typeof f);
        const flags = `${d.enumerable ? 'e' : '-'}${d.configurable ? 'c' : '-'}`;
        return [
          String(key),
          'value' in d
            ? `${flags}${d.writable ? 'w' : '-'} ${part(d.value)}`
            : `${flags} ${part(d.get)} ${part(d.set)}`,
        ];
      }),
    );
  const POLL = '/socket.io/probe/?EIO=4&transport=polling';
  const idless = (text) => String(text).replace(/"sid":"[^"]+"/, '"sid":"ID"');
  const load = (url, prepare = () => undefined, method = 'GET', body = null) =>
    new Promise((done) => {
      const xhr = new XMLHttpRequest();
      const log = [];
      prepare(xhr, log);
      for (const type of ['loadstart', 'load', 'error', 'abort', 'timeout'])
        xhr.addEventListener(type, () => log.push(type));
      xhr.addEventListener('loadend', () => {
        log.push('loadend');
        done([log, xhr.status]);
      });
      xhr.open(method, url);
      xhr.send(body);
    });

  await attempt('XMLHttpRequest', () => [describe(XMLHttpRequest), describe(XMLHttpRequest.prototype)]);
  await attempt('Response', () => [describe(Response), describe(Response.prototype)]);
  await attempt('Request', () => describe(Request.prototype));
  await attempt('Promise', () => [describe(Promise), describe(Promise.prototype)]);
  await attempt('fetch before any poll', () => [
    fetch.name,
    fetch.length,
    String(fetch),
    Function.prototype.toString.call(fetch),
    JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'fetch')),
  ]);
  await attempt('XMLHttpRequest text', () => [String(XMLHttpRequest), String(Response), String(Request)]);
  if (typeof WebTransport === 'function') {
    await attempt('WebTransport', () => [describe(WebTransport), describe(WebTransport.prototype)]);
    await attempt('WebTransport identity', () => [
      WebTransport.prototype.constructor === WebTransport,
      WebTransport.name,
      WebTransport.length,
    ]);
    await attempt('WebTransport without new', () => WebTransport('https://127.0.0.1:1/'));
    await attempt('WebTransport without arguments', () => new WebTransport());
    await attempt('WebTransport to a bad address', () => new WebTransport('http://a.test/'));
    await attempt('WebTransport that fails', async () => {
      const unhandled = [];
      const onUnhandled = (event) => unhandled.push(event.reason?.name);
      addEventListener('unhandledrejection', onUnhandled);
      const transport = new WebTransport('https://127.0.0.1:1/');
      const names = await Promise.allSettled([transport.ready, transport.closed]);
      const alone = new WebTransport('https://127.0.0.1:1/');
      await alone.closed.catch(() => undefined);
      const left = new WebTransport('https://127.0.0.1:1/');
      unhandled.push(typeof left);
      await new Promise((done) => setTimeout(done, 300));
      removeEventListener('unhandledrejection', onUnhandled);
      return [
        names.map(({ status, reason }) => [status, reason?.name]),
        unhandled,
        transport instanceof WebTransport,
      ];
    });
    await attempt('WebTransport subclass', () => {
      class Mine extends WebTransport {}
      const mine = new Mine('https://127.0.0.1:1/');
      mine.closed.catch(() => undefined);
      return [
        mine instanceof Mine,
        mine.constructor === Mine,
        Object.getPrototypeOf(mine) === Mine.prototype,
      ];
    });
    await attempt('WebTransport converts its address once', () => {
      let count = 0;
      const transport = new WebTransport({
        toString() {
          count += 1;
          return 'https://127.0.0.1:1/';
        },
      });
      transport.closed.catch(() => undefined);
      return count;
    });
  }

  await attempt('events of a poll', () => load(POLL));
  await attempt('events of another request', () => load('/pages/blank'));
  await attempt('order of handlers', () =>
    load(POLL, (xhr, log) => {
      xhr.addEventListener('readystatechange', () => log.push(`listener ${xhr.readyState}`));
      xhr.onreadystatechange = () => log.push(`handler ${xhr.readyState}`);
      xhr.addEventListener('readystatechange', () => log.push(`capture ${xhr.readyState}`), true);
    }),
  );
  await attempt('a handler that stops the event', () =>
    load(POLL, (xhr, log) => {
      xhr.addEventListener('readystatechange', (event) => event.stopImmediatePropagation());
      xhr.onreadystatechange = () => log.push('never');
    }),
  );
  await attempt('a poll that is refused', () => load('/socket.io/probe/?EIO=4&transport=polling&sid=nobody'));
  await attempt('a poll to nowhere', () => load('http://127.0.0.1:1/?EIO=4&transport=polling'));
  await attempt('a poll that is aborted', () =>
    load(POLL, (xhr) => xhr.addEventListener('loadstart', () => xhr.abort())),
  );
  await attempt('abort within a handler', () =>
    load(POLL, (xhr, log) => {
      xhr.onreadystatechange = () => {
        log.push(xhr.readyState);
        if (xhr.readyState === 2) xhr.abort();
      };
    }),
  );
  await attempt('response types', async () => {
    const results = [];
    for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document']) {
      let xhr;
      await load(POLL, (made) => {
        xhr = made;
      });
      xhr.open('GET', POLL);
      xhr.responseType = type;
      await new Promise((done) => {
        xhr.onloadend = done;
        xhr.send();
      });
      results.push([type, Object.prototype.toString.call(xhr.response), xhr.response === xhr.response]);
    }
    return results;
  });
  await attempt('a synchronous poll', () => {
    const xhr = new XMLHttpRequest();
    const log = [];
    xhr.onreadystatechange = () => log.push(xhr.readyState);
    xhr.open('GET', POLL, false);
    xhr.send();
    return [log, xhr.status, idless(xhr.responseText)];
  });
  await attempt('one request for a poll and for something else', async () => {
    const xhr = new XMLHttpRequest();
    const results = [];
    for (const url of [POLL, '/pages/blank', POLL]) {
      await new Promise((done) => {
        xhr.onload = done;
        xhr.open('GET', url);
        xhr.send();
      });
      results.push([xhr.status, xhr.responseText.length > 0]);
    }
    return results;
  });
  await attempt('own keys of a request', async () => {
    let xhr;
    await load(POLL, (made) => {
      xhr = made;
    });
    return Reflect.ownKeys(xhr);
  });
  await attempt('an address is converted once', () => {
    const counts = [];
    for (const text of [POLL, '/pages/blank']) {
      let count = 0;
      new XMLHttpRequest().open('GET', {
        toString() {
          count += 1;
          return text;
        },
      });
      counts.push(count);
    }
    return counts;
  });
  await attempt('a body is converted once', async () => {
    let count = 0;
    await load(POLL, undefined, 'POST', {
      toString() {
        count += 1;
        return '1';
      },
    });
    return count;
  });
  await attempt('errors of open', () => new XMLHttpRequest().open('TRACE', POLL));
  await attempt('errors of open without arguments', () => new XMLHttpRequest().open());
  await attempt('errors of a bad address', () =>
    new XMLHttpRequest().open('GET', 'http://?EIO=4&transport=polling'),
  );
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
  return seen;
})();
