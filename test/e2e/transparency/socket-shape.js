// What it is made of, and what an instance is.
async ({ attempt, describe, socket }) => {
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
};
