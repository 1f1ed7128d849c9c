/* global document, window, location, history, WebSocket, Worker, Blob, clearTimeout */
// A page with a WebSocket that reconnects after a fixed delay whatever the close code, like OpenHands V1. Parameters:
// url, protocols=a,b, reconnectMs (default 3000; 0: never), attempts (most, the first included), send (text, on open),
// closeAfter (ms after open) with closeCode and closeReason: then the page is through and does not reconnect,
// cancel=1 or cancelAfter (ms after the constructor): close() while CONNECTING, first attempt only,
// leaveAfter (ms after open): go to another page with the socket open; leaveTo=/pages/back: and come back at once,
// reloadAfter (ms after open): reload the page once, doneAfter (ms): count as done though still open,
// sendBytes: send that many on open, sendTimes times, sendEvery (ms) apart, againAfter (ms): send once more, so much later with each attempt,
// sendEarly=1: send while CONNECTING, sendLate=1: send after the close event, sockets: so many at once,
// from=worker: open the socket in a worker, keepsOn=1: after closeAfter comes the next attempt all the same,
// leaveAtOnce (ms after the constructor): go to another page, open or not.

const { fact, done, text, number } = window.lab;

const url = text('url');
const protocols = text('protocols')?.split(',');
const reconnectMs = number('reconnectMs') ?? 3000;
const mostAttempts = reconnectMs === 0 ? 1 : (number('attempts') ?? Infinity);
const closeAfterMs = number('closeAfter');
const cancelAfterMs = number('cancelAfter');
const leaveAfterMs = number('leaveAfter');
const againAfterMs = number('againAfter');
const reloadAfterMs = number('reloadAfter');
let pageIsThrough = false;
let lastEnded = 0;

document.querySelector('#address').textContent = url;
if (number('doneAfter') !== undefined) setTimeout(done, number('doneAfter'));
if (text('from') === 'worker') connectInWorker();
else for (let count = 0; count < (number('sockets') ?? 1); count += 1) connect(1);

function connectInWorker() {
  const source = `new WebSocket(${JSON.stringify(url)}).onclose = ({ code }) => postMessage(code)`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  worker.onmessage = ({ data }) => {
    fact(1, 'worker-told', { code: data });
    done();
  };
}

/** Once in the life of the tab's visit to this address: else it would go on for ever. */
function once(action) {
  if (history.state === 'was-here') return;
  history.replaceState('was-here', '');
  action();
}

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
    for (let sent = 0; sent < (number('sendTimes') ?? 1) && number('sendBytes') > 0; sent += 1) {
      const send = () => socket.send('x'.repeat(number('sendBytes')));
      if (number('sendEvery') === undefined) send();
      else setTimeout(send, sent * number('sendEvery'));
    }
    if (againAfterMs !== undefined) setTimeout(() => socket.send('again'), againAfterMs * attempt);
    if (reloadAfterMs !== undefined) setTimeout(() => once(() => location.reload()), reloadAfterMs);
    if (leaveAfterMs !== undefined)
      setTimeout(() => once(() => location.assign(text('leaveTo') ?? '/pages/left')), leaveAfterMs);
    if (closeAfterMs === undefined) return;
    setTimeout(() => {
      if (socket.readyState !== WebSocket.OPEN) return;
      pageIsThrough = text('keepsOn') !== '1';
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
    if (text('sendLate') === '1') socket.send('too late');
    ended(attempt);
  });

  if (attempt > 1) return;
  if (text('sendEarly') === '1') sendEarly(attempt, socket);
  if (number('leaveAtOnce') !== undefined)
    setTimeout(() => location.assign('/pages/left'), number('leaveAtOnce'));
  if (text('cancel') === '1') closeFromPage(attempt, socket);
  else if (cancelAfterMs !== undefined)
    cancelTimer = setTimeout(() => closeFromPage(attempt, socket), cancelAfterMs);
}

function sendEarly(attempt, socket) {
  try {
    socket.send('too early');
  } catch (error) {
    fact(attempt, 'send-threw', { name: error.name, message: error.message });
  }
}

function ended(attempt) {
  if (attempt <= lastEnded) return;
  lastEnded = attempt;
  if (pageIsThrough || attempt >= mostAttempts) done();
  else setTimeout(connect, reconnectMs, attempt + 1);
}
