import { acceptByHand, closeByHand } from './accept-by-hand';
import { BadRequest, parseNumber, readAfterMs } from './bad-request';
import type { Family } from './upgrade';
import { later } from './upgrade';
import { CLOSE, closeFrame, writeFrame } from './write-frame';

/** RFC 6455 section 5.5: a control frame carries 125 bytes, two of them the code. */
const LONGEST_REASON_BYTES = 123;

/** Close frames that do not carry a code and a text. */
const oddPayloads: ReadonlyMap<string, Buffer> = new Map([
  ['none', Buffer.alloc(0)],
  ['one-byte', Buffer.of(0x03)],
  // 1000, then bytes that are no UTF-8.
  ['bad-utf8', Buffer.of(0x03, 0xe8, 0xc3, 0x28)],
]);

function closeFrameFor(how: string | undefined, reason: string): Buffer {
  if (Buffer.byteLength(reason) > LONGEST_REASON_BYTES) {
    throw new BadRequest(`A close reason has at most ${LONGEST_REASON_BYTES} bytes.`);
  }
  const payload = how === undefined ? undefined : oddPayloads.get(how);
  if (payload !== undefined) return writeFrame({ opcode: CLOSE, payload });
  return closeFrame(parseNumber(how, 'The close code', { least: 0, most: 65_535 }), reason);
}

export const closes: Family = {
  close: (call) => {
    const frame = closeFrameFor(call.segments[0], call.query.get('reason') ?? '');
    const afterMs = readAfterMs(call.query);
    acceptByHand(call);
    later(call.socket, afterMs, () => closeByHand(call, frame));
  },
  /** Accepts, then says nothing more: no messages, no pongs, and no answer to the client's Close frame. */
  silent: (call) => acceptByHand(call),
};
