import type { Causes, Fault } from './fault';
import { nativeFault } from './fault';

/** Firefox 153 gives no reason for failing an open connection, so it cannot be told from one that was cut. */
const BROKEN_FRAMING: Causes = { chromium: 'protocol-violation', firefox: 'abnormal-closure' };

function frame(name: string, title: string, causes: Causes = BROKEN_FRAMING): Fault {
  // Wait for the open event: Firefox 153 skips it when the broken frame comes right behind the handshake, and on a busy
  // machine it takes its time.
  return nativeFault(`frame-${name}`, title, { causes, target: `/frame/${name}?after=1500` });
}

function drop(name: string, title: string): Fault {
  return nativeFault(`drop-${name}`, title, {
    causes: 'abnormal-closure',
    // An end within a second of the open event is another cause.
    target: `/drop/${name}?after=3000`,
  });
}

/** Connections that open and then break without a proper Close frame. */
export const openFaults: readonly Fault[] = [
  drop('fin', 'The connection ends without a Close frame'),
  drop('rst', 'The connection is reset'),
  drop('mid-frame', 'The connection ends in the middle of a message'),
  frame('reserved-bits', 'The server sets a reserved bit, as if compression had been agreed'),
  frame('bad-opcode', 'The server sends a frame of no known kind'),
  frame('bad-utf8', 'The server sends text that is not UTF-8'),
  // Firefox 153 takes the frame as if it were not masked; the lab then closes with 1000.
  frame('masked', 'The server masks a frame', { chromium: 'protocol-violation', firefox: 'normal-closure' }),
  frame('bad-length', 'The server sends a control frame that is too long'),
  frame('fragmented-control', 'The server splits a control frame'),
  frame('long-length', 'The server writes a length in more bytes than it needs'),
  frame('huge-length', 'The server claims a frame of more bytes than there are'),
  // Firefox 153 reads nothing behind a Close frame.
  frame('after-close', 'The server sends a message after its Close frame', {
    chromium: 'protocol-violation',
    firefox: 'normal-closure',
  }),
  frame('bad-continuation', 'The server continues a message that never began'),
  frame('unfinished-message', 'The server begins a message inside another'),
  nativeFault('accepted-then-dropped', 'The server accepts and hangs up at once', {
    causes: 'accepted-then-dropped',
    // Firefox 153 skips the open event of a connection that is gone before its busy page gets to it.
    target: '/drop/at-once?after=500',
  }),
  nativeFault('back-pressure', 'The server reads nothing, then cuts the connection', {
    causes: 'back-pressure',
    target: '/drop/unread/cut?after=1500',
    params: { sendBytes: '8000000', sendTimes: '8' },
  }),
  nativeFault('back-pressure-open', 'The server reads nothing, and the page goes on sending', {
    causes: 'back-pressure',
    // The connection outlives the page.
    target: '/drop/unread/open?after=600000',
    params: { sendBytes: '4000000', sendTimes: '8', sendEvery: '600', doneAfter: '6000' },
  }),
  nativeFault('half-open', 'The other side is gone, and nobody has noticed', {
    causes: 'half-open',
    target: '/sio-stops/half-open/?EIO=4&transport=websocket',
    params: { send: '40', againAfter: '5000', doneAfter: '5500' },
  }),
  nativeFault('close-unanswered', 'The server never answers a Close frame', {
    causes: 'close-unanswered',
    target: '/silent/close-unanswered',
    params: { closeAfter: '200', closeCode: '1000' },
    // 60 s in Chromium 156, 20 s in Firefox 153.
    isSlow: true,
  }),
];
