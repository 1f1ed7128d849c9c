import type { Fault } from './fault';
import { nativeFault } from './fault';

/** What the page does to its own sockets, and what becomes of them when it goes away. */
export const pageFaults: readonly Fault[] = [
  nativeFault('sends-late', 'The page sends over a socket that is closed', {
    causes: 'sends-after-close',
    target: '/close/1000/sends-late?after=200',
    params: { sendLate: '1' },
  }),
  nativeFault('page-churn', 'The page opens sockets and closes them without a word', {
    causes: 'page-churn',
    target: '/echo/page-churn',
    params: { closeAfter: '200', closeCode: '1000', keepsOn: '1', reconnectMs: '300', attempts: '4' },
  }),
  nativeFault('duplicates', 'The page holds two sockets for one conversation', {
    causes: 'duplicate-connections',
    target: '/sockets/events/99999999999999999999999999999999?session_api_key=good',
    params: { sockets: '2', closeAfter: '2500', closeCode: '1000' },
  }),
  nativeFault('handshake-unanswered', 'Nobody answers the handshake, and the page is left', {
    causes: 'page-left',
    target: '/handshake/hang/left',
    params: { leaveAtOnce: '500' },
  }),
  nativeFault('page-reloaded', 'The page is reloaded with its socket open', {
    causes: 'page-left',
    target: '/echo/page-reloaded',
    params: { reloadAfter: '300' },
  }),
  nativeFault('page-cached', 'The page is left and comes back from the back/forward cache', {
    causes: 'page-left',
    target: '/echo/page-cached',
    params: { leaveAfter: '300', leaveTo: '/pages/back' },
  }),
  nativeFault('page-left', 'The page goes away with its socket open', {
    causes: 'page-left',
    target: '/echo/page-left',
    params: { leaveAfter: '300' },
  }),
  nativeFault('sends-early', 'The page sends before the socket is open', {
    causes: 'sends-too-early',
    target: '/echo/sends-early',
    params: { sendEarly: '1', closeAfter: '200', closeCode: '1000' },
  }),
  nativeFault('worker-refused', 'A worker’s socket is refused', {
    causes: 'handshake-forbidden',
    target: '/status/403/worker',
    params: { from: 'worker' },
  }),
];
