import type { Fault } from './fault';
import { nativeFault } from './fault';

/** What shows only when it happens more than once. */
export const retryFaults: readonly Fault[] = [
  nativeFault('flapping', 'The server accepts and closes again and again', {
    causes: 'flapping',
    target: '/close/1013/flapping?after=300',
    params: { reconnectMs: '200', attempts: '4' },
    isBeside: true,
  }),
  nativeFault('server-killed', 'The server is killed, and nothing listens there for a while', {
    causes: 'server-went-away',
    target: '/mortal',
    origin: (lab) => lab.mortalWsOrigin,
    params: { reconnectMs: '300', attempts: '3' },
  }),
  nativeFault('idle-killed', 'Something on the way ends connections that are idle', {
    causes: 'idle-timeout',
    target: '/idle?ms=5500',
    params: { againAfter: '500', reconnectMs: '300', attempts: '4' },
  }),
  nativeFault('lifetime-reached', 'The platform ends connections after a fixed time', {
    causes: 'lifetime-limit',
    target: '/lifetime?ms=6500',
    params: { reconnectMs: '300', attempts: '4' },
  }),
  nativeFault('token-expires', 'The server ends the connection with its token', {
    causes: 'token-expiry',
    target: '/token?token=TOKEN',
    params: { reconnectMs: '300', attempts: '2' },
  }),
  nativeFault('crash-on-message', 'The server crashes on a message, each time', {
    causes: 'crash-on-message',
    target: '/fragile/crash',
    params: { send: '{"type":"crash","id":7}', reconnectMs: '300', attempts: '3' },
  }),
  nativeFault('oversized-message', 'Something on the way cuts large messages off', {
    causes: 'oversized-message',
    target: '/fragile/oversized',
    params: { sendBytes: '200000', reconnectMs: '300', attempts: '3' },
  }),
  nativeFault('no-back-off', 'The page comes back after the same time, however often it fails', {
    causes: 'no-back-off',
    target: '/status/503/no-back-off',
    params: { reconnectMs: '2600', attempts: '6' },
    isBeside: true,
  }),
  nativeFault('storm', 'The page comes back at once, again and again', {
    causes: 'reconnect-storm',
    target: '/close/1013/storm',
    params: { reconnectMs: '50', attempts: '6' },
    isBeside: true,
  }),
];
