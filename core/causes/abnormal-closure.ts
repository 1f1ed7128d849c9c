import { pageCloseCall, type Connection } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { evidenceOf, found } from './reading/found';
import { isLiteralReservedCode } from './reading/literal-code';
import { didOpen, hadErrorFirst } from './reading/opened';
import { silence } from './reading/silence';
import { duration } from './reading/words';

export const abnormalClosure: Cause = {
  id: 'abnormal-closure',
  layer: 'transport',
  severity: 'warning',
  title: 'The connection was cut without a Close frame',
  explanation:
    'The socket was open and then the connection below it was gone: neither side said goodbye. Close code 1006 is never sent, the browser reports it itself, and it carries no reason.',
  likelyCauses: [
    'A proxy or load balancer cut an idle connection.',
    'The server process crashed, was killed or restarted without closing its sockets.',
    'The network of the client went away: another Wi-Fi, a VPN, sleep.',
  ],
  next: [
    'Look into the logs of the server and of every proxy in between, at this moment.',
    'Send a ping of your own at less than half of the shortest idle timeout on the way.',
    'Reconnect with a growing, random delay.',
  ],
  nextForUser: [
    'Check your own connection: another network, a VPN or sleep cuts sockets like this.',
    'If it comes back by itself within a minute, go on; if not, reload the page.',
  ],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    if (close.code !== 1006 || isLiteralReservedCode(close) || !didOpen(connection)) return CLEAR;
    return rulingForUnansweredClose(connection, close.timeMs) ?? rulingForCut(connection, close.timeMs);
  },
};

/** Chromium 156 waits 60 s for the answer to a Close frame, Firefox 153 waits 20 s. */
function rulingForUnansweredClose(connection: Connection, endMs: number): Ruling | undefined {
  const call = pageCloseCall(connection);
  if (call === undefined) return undefined;
  const text = `The server never answered the close handshake, in ${duration(endMs - call.timeMs)}`;
  return found([...evidenceOf(connection), { source: call.source, timeMs: endMs, text }], {
    confidence: 'certain',
    title: 'Your page closed the connection, and the server never answered',
    next: ['Have the server answer a Close frame with a Close frame, and only then end the TCP connection.'],
  });
}

function rulingForCut(connection: Connection, endMs: number): Ruling {
  const { error } = connection;
  const quiet = silence(connection, endMs);
  const evidence = [...evidenceOf(connection), ...(quiet?.evidence ?? [])];
  if (error === undefined || !hadErrorFirst(connection)) {
    const fact = 'No error event came before the close event';
    const row = { source: 'page-hook', text: fact, timeMs: endMs } as const;
    return found([...evidence, row], { confidence: 'certain', next: quiet?.next ?? [] });
  }
  // Firefox 153 fires an error for a TCP reset, and for a connection that it fails itself: the two look the same.
  return found(evidence, {
    confidence: 'likely',
    title: 'The connection ended with an error and without a Close frame',
    next: [
      'The error event means a TCP reset, or that the browser rejected what the server sent. Reproduce it in Chromium with DevTools open: its words tell the two apart.',
      ...(quiet?.next ?? []),
    ],
  });
}
