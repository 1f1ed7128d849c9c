/* global document, window, io */
// A page with the real Socket.IO client. Parameters: path (default /socket.io/), namespace (default /), fault,
// conversation_id, transports (default websocket), attempts (reconnectionAttempts; 0: never reconnect),
// emit (text, sent as the event "echo" on connect), doneAfter (ms): count as done though still waiting.

const { fact, done, text, number } = window.lab;

const namespace = text('namespace') ?? '/';
const attempts = number('attempts') ?? Infinity;
const query = { conversation_id: text('conversation_id'), fault: text('fault') };
let attempt = 1;

const socket = io(namespace, {
  path: text('path') ?? '/socket.io/',
  transports: (text('transports') ?? 'websocket').split(','),
  query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
  reconnection: attempts > 0,
  reconnectionAttempts: attempts,
  forceNew: true,
});

document.querySelector('#address').textContent = `${socket.io.opts.path} namespace ${namespace}`;
if (number('doneAfter') !== undefined) setTimeout(done, number('doneAfter'));
fact(attempt, 'construct');

socket.io.on('open', () => {
  fact(attempt, 'engine-open', { transport: socket.io.engine.transport.name });
  socket.io.engine.once('upgrade', (transport) =>
    fact(attempt, 'engine-upgrade', { transport: transport.name }),
  );
});
socket.io.on('reconnect_attempt', (number) => {
  attempt += 1;
  fact(attempt, 'reconnect-attempt', { number });
});
socket.io.on('reconnect_failed', () => {
  fact(attempt, 'reconnect-failed');
  done();
});
socket.on('connect', () => {
  fact(attempt, 'connect', { id: socket.id });
  if (text('emit') !== undefined) socket.emit('echo', text('emit'));
});
socket.on('connect_error', (error) => {
  fact(attempt, 'connect_error', {
    name: error.name,
    type: error.type,
    message: error.message,
    data: error.data,
  });
  endUnlessRetried();
});
socket.on('disconnect', (reason, details) => {
  fact(attempt, 'disconnect', {
    reason,
    description: String(details?.description?.message ?? details?.description ?? ''),
  });
  endUnlessRetried();
});
socket.onAny((name, ...told) => fact(attempt, `event:${name}`, { told }));

// A refused (44) or dismissed (41) socket is inactive: the client never tries again by itself.
function endUnlessRetried() {
  if (!socket.active || attempts === 0) done();
}
