import { acceptByHand } from './accept-by-hand';
import { pick, readAfterMs } from './bad-request';
import type { Family, UpgradeHandler } from './upgrade';
import { later } from './upgrade';
import { TEXT, writeFrame } from './write-frame';

/** Ways to lose an open connection without a Close frame. */
const drops: Readonly<Record<string, UpgradeHandler>> = {
  fin: ({ socket }) => socket.end(),
  /** The same under another name, for an end right after the handshake. */
  'at-once': ({ socket }) => socket.end(),
  rst: ({ socket }) => socket.resetAndDestroy(),
  /** Reads nothing from the start, so that what the client sends stays with it. */
  unread: ({ socket }) => socket.resetAndDestroy(),
  'mid-frame': ({ socket }) =>
    socket.end(writeFrame({ opcode: TEXT, payload: Buffer.alloc(40, 'x'), claimedLength: 100 })),
};

export const dropFamily: Family = {
  drop: (call) => {
    const drop = pick(drops, call.segments[0], 'way to drop a connection');
    const afterMs = readAfterMs(call.query);
    acceptByHand(call);
    if (call.segments[0] === 'unread') call.socket.pause();
    later(call.socket, afterMs, () => drop(call));
  },
};
