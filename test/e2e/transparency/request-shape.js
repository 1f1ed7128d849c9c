// What they are made of, and WebTransport.
async ({ attempt, describe, POLL, idless, load }) => {
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
};
