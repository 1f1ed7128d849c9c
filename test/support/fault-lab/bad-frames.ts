import { acceptByHand, closeByHand } from './accept-by-hand';
import { pick, readAfterMs } from './bad-request';
import type { Family } from './upgrade';
import { later } from './upgrade';
import { closeFrame, CONTINUATION, PING, TEXT, textFrame, writeFrame } from './write-frame';

const hello = Buffer.from('hello');
/** Some browsers put up with a broken frame: those get a normal close, so that each visit has an end. */
const STAY_OPEN_MS = 200;

/** Bytes that a server must never send on an open connection (RFC 6455 sections 5.1 to 5.5 and 8.1). */
const frames: Readonly<Record<string, Buffer>> = {
  'reserved-bits': writeFrame({ opcode: TEXT, payload: hello, reserved: 0b100 }),
  'bad-opcode': writeFrame({ opcode: 0x3, payload: hello }),
  'bad-utf8': writeFrame({ opcode: TEXT, payload: Buffer.of(0xc3, 0x28) }),
  masked: writeFrame({ opcode: TEXT, payload: hello, masked: true }),
  // A control frame must fit 125 bytes.
  'bad-length': writeFrame({ opcode: PING, payload: Buffer.alloc(126, 'x') }),
  'fragmented-control': writeFrame({ opcode: PING, payload: hello, isFinal: false }),
  // 16 bits for a length that 7 bits can tell.
  'long-length': Buffer.concat([Buffer.of(0x81, 126, 0, hello.length), hello]),
  // Nobody has a message of 2^63 bytes.
  'huge-length': Buffer.concat([Buffer.of(0x81, 127, 0x80, 0, 0, 0, 0, 0, 0, 5), hello]),
  'bad-continuation': writeFrame({ opcode: CONTINUATION, payload: hello }),
  'unfinished-message': Buffer.concat([
    writeFrame({ opcode: TEXT, payload: hello, isFinal: false }),
    textFrame('a new message inside the old one'),
  ]),
  'after-close': Buffer.concat([closeFrame(1000, 'done'), textFrame('one more thing')]),
};

export const badFrames: Family = {
  frame: (call) => {
    const bytes = pick(frames, call.segments[0], 'broken frame');
    const afterMs = readAfterMs(call.query);
    acceptByHand(call);
    later(call.socket, afterMs, () => call.socket.write(bytes));
    later(call.socket, afterMs + STAY_OPEN_MS, () => closeByHand(call, closeFrame(1000)));
  },
};
