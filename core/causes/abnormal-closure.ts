import { pageCloseCall, type Connection } from '../capture/connection';
import type { Protocol } from '../protocols/protocol';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { isCut } from './reading/cut';
import { cutHypotheses } from './reading/cut-hypotheses';
import { evidenceOf, found } from './reading/found';
import { isOnThisMachine } from './reading/machine';
import { hadErrorFirst } from './reading/opened';
import { quietBefore } from './reading/silence';

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
  diagnose(connection, { wire }) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    if (!isCut(connection)) return CLEAR;
    return rulingForCut(connection, close.timeMs, wire.protocol);
  },
};

function rulingForCut(connection: Connection, endMs: number, protocol: Protocol): Ruling {
  const quiet = quietBefore(connection, endMs);
  const evidence = [...evidenceOf(connection), ...(quiet === undefined ? [] : [quiet.evidence])];
  const hypotheses = cutHypotheses(connection, endMs, protocol);
  const missing = hypotheses.length > 0 ? undefined : UNSEEN;
  const open = {
    hypotheses,
    ...(missing !== undefined && { missing }),
    ...(isOnThisMachine(connection.url) && { likelyCauses: ON_THIS_MACHINE }),
  };
  if (!hadErrorFirst(connection)) {
    const fact = 'No error event came before the close event';
    const row = { source: 'page-hook', text: fact, timeMs: endMs } as const;
    const closing = pageCloseCall(connection) === undefined ? {} : { title: CUT_WHILE_CLOSING };
    return found([...evidence, row], { confidence: 'certain', ...closing, ...open });
  }
  // Firefox 153 fires an error for a TCP reset, and for a connection that it fails itself: the two look the same.
  return found(evidence, {
    confidence: 'likely',
    title: 'The connection ended with an error and without a Close frame',
    next: [
      'The error event means a TCP reset, or that the browser rejected what the server sent. Reproduce it in Chromium with DevTools open: its words tell the two apart.',
    ],
    ...open,
  });
}

/** No other network, and no load balancer far away, lies between. */
const ON_THIS_MACHINE = [
  'The server process crashed, was killed or restarted without closing its sockets.',
  'A proxy on this machine, such as that of a container or a tunnel, cut an idle connection.',
];
const CUT_WHILE_CLOSING = 'The connection was cut while your page was closing it';
/** Then this is what would tell. */
const UNSEEN =
  'Who cut it: a browser tells nobody how TCP ended, and nothing that was seen around the end points anywhere (no change of network, no sleep, no silence or lifetime that fits a known limit).';
