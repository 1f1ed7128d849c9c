/* global document, window, location, WebSocket, clearTimeout */
// A page with a WebSocket that reconnects after a fixed delay whatever the close code, like OpenHands V1. Parameters:
// url, protocols=a,b, reconnectMs (default 3000; 0: never), attempts (most, the first included), send (text, on open),
// closeAfter (ms after open) with closeCode and closeReason: then the page is through and does not reconnect,
// cancel=1 or cancelAfter (ms after the constructor): close() while CONNECTING, first attempt only,
// leaveAfter (ms after open): go to another page with the socket open, doneAfter (ms): count as done though still open.

const { fact, done, text, number } = window.lab;

const url = text('url');
const protocols = text('protocols')?.split(',');
const reconnectMs = number('reconnectMs') ?? 3000;
const mostAttempts = reconnectMs === 0 ? 1 : (number('attempts') ?? Infinity);
const closeAfterMs = number('closeAfter');
const cancelAfterMs = number('cancelAfter');
const leaveAfterMs = number('leaveAfter');
let pageIsThrough = false;
let lastEnded = 0;

document.querySelector('#address').textContent = url;
if (number('doneAfter') !== undefined) setTimeout(done, number('doneAfter'));
connect(1);

function closeFromPage(attempt, socket) {
  const call = [number('closeCode'), text('closeReason')].filter((value) => value !== undefined);
  fact(attempt, 'close-called', { readyState: socket.readyState });
  try {
    socket.close(...call);
  } catch (error) {
    fact(attempt, 'close-threw', { name: error.name, message: error.message });
  }
}

function connect(attempt) {
  fact(attempt, 'construct');
  let socket;
  try {
    socket = protocols === undefined ? new WebSocket(url) : new WebSocket(url, protocols);
  } catch (error) {
    fact(attempt, 'constructor-threw', { name: error.name, message: error.message });
    ended(attempt);
    return;
  }

  let cancelTimer;
  socket.addEventListener('open', () => {
    clearTimeout(cancelTimer);
    fact(attempt, 'open', { protocol: socket.protocol });
    if (text('send') !== undefined) socket.send(text('send'));
    if (leaveAfterMs !== undefined) setTimeout(() => location.assign('/pages/left'), leaveAfterMs);
    if (closeAfterMs === undefined) return;
    setTimeout(() => {
      if (socket.readyState !== WebSocket.OPEN) return;
      pageIsThrough = true;
      closeFromPage(attempt, socket);
    }, closeAfterMs);
  });
  socket.addEventListener('message', ({ data }) => {
    const isText = typeof data === 'string';
    fact(attempt, 'message', {
      size: isText ? data.length : data.size,
      ...(isText ? { text: data.slice(0, 80) } : {}),
    });
  });
  socket.addEventListener('error', () => {
    fact(attempt, 'error', { readyState: socket.readyState });
    // Chromium 156 fires no close event at all for a socket that the page's Content-Security-Policy blocks.
    setTimeout(() => ended(attempt), 500);
  });
  socket.addEventListener('close', ({ code, reason, wasClean }) => {
    clearTimeout(cancelTimer);
    fact(attempt, 'close', { code, reason, wasClean });
    ended(attempt);
  });

  if (attempt > 1) return;
  if (text('cancel') === '1') closeFromPage(attempt, socket);
  else if (cancelAfterMs !== undefined)
    cancelTimer = setTimeout(() => closeFromPage(attempt, socket), cancelAfterMs);
}

function ended(attempt) {
  if (attempt <= lastEnded) return;
  lastEnded = attempt;
  if (pageIsThrough || attempt >= mostAttempts) done();
  else setTimeout(connect, reconnectMs, attempt + 1);
}
