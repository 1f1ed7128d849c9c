import type { HandshakeHeaders } from './accept-by-hand';
import { acceptByHand, closeByHand, correctHeaders } from './accept-by-hand';
import { pick } from './bad-request';
import type { Family, UpgradeCall, UpgradeHandler } from './upgrade';
import { later } from './upgrade';
import { closeFrame } from './write-frame';

/** Some browsers open in spite of it: those get a normal close, so that each visit has an end. */
const STAY_OPEN_MS = 200;

function spoilt(change: HandshakeHeaders): UpgradeHandler {
  return (call) => {
    acceptByHand(call, { ...correctHeaders(call.request), ...change });
    later(call.socket, STAY_OPEN_MS, () => closeByHand(call, closeFrame(1000)));
  };
}

function endWith(bytes: string): UpgradeHandler {
  return ({ socket }) => {
    socket.resume();
    socket.end(bytes);
  };
}

function hang({ socket }: UpgradeCall): void {
  socket.on('end', () => socket.end());
  socket.resume();
}

/** Answers that are no valid handshake (RFC 6455 section 4.1, the client's list), or no answer at all. */
const handshakes: Readonly<Record<string, UpgradeHandler>> = {
  'bad-accept': spoilt({ 'Sec-WebSocket-Accept': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }),
  'no-accept': spoilt({ 'Sec-WebSocket-Accept': undefined }),
  'no-upgrade': spoilt({ Upgrade: undefined }),
  'wrong-upgrade': spoilt({ Upgrade: 'foo' }),
  'no-connection': spoilt({ Connection: undefined }),
  'wrong-protocol': spoilt({ 'Sec-WebSocket-Protocol': 'protocol-nobody-offered' }),
  'no-protocol': spoilt({ 'Sec-WebSocket-Protocol': undefined }),
  'unasked-protocol': spoilt({ 'Sec-WebSocket-Protocol': 'protocol-nobody-asked-for' }),
  'unasked-extension': spoilt({ 'Sec-WebSocket-Extensions': 'extension-nobody-asked-for' }),
  'two-accepts': (call) => {
    const { 'Sec-WebSocket-Accept': accept } = correctHeaders(call.request);
    spoilt({ 'sec-websocket-accept': accept })(call);
  },
  'bad-deflate': spoilt({ 'Sec-WebSocket-Extensions': 'permessage-deflate; server_max_window_bits=99' }),
  garbage: endWith('SSH-2.0-OpenSSH_9.2\r\n'),
  empty: endWith(''),
  reset: ({ socket }) => socket.resetAndDestroy(),
  half: endWith('HTTP/1.1 101 Swit'),
  hang,
};

export const badHandshakes: Family = {
  handshake: (call) => pick(handshakes, call.segments[0], 'bad handshake')(call),
};
