import type { Fault } from './fault';
import { socketIoFault } from './fault';

/** Socket.IO links whose WebSocket is well while the link itself is not. */
export const socketIoFaults: readonly Fault[] = [
  socketIoFault('socket-io-refused', 'Socket.IO refuses the session key', {
    causes: 'profile-refusal',
    path: '/socket.io/refused/',
    params: { fault: 'refuse', conversation_id: '33333333333333333333333333333333' },
  }),
  socketIoFault('socket-io-refused-with-data', 'Socket.IO refuses and says more', {
    causes: 'socket-io-connect-error',
    path: '/socket.io/refused-with-data/',
    params: { fault: 'refuse-data', conversation_id: '44444444444444444444444444444444' },
  }),
  socketIoFault('socket-io-unknown-namespace', 'Socket.IO does not know the namespace', {
    causes: 'profile-refusal',
    path: '/socket.io/unknown-namespace/',
    params: { namespace: '/nope', conversation_id: '55555555555555555555555555555555' },
  }),
  socketIoFault('socket-io-string-refusal', 'Socket.IO refuses with a bare string', {
    causes: 'socket-io-connect-error',
    path: '/sio-string-refusal/',
    params: { conversation_id: '66666666666666666666666666666666' },
  }),
  socketIoFault('socket-io-stops', 'The server of Socket.IO stops its heartbeat', {
    causes: 'heartbeat-missed',
    path: '/sio-stops/client/',
  }),
  socketIoFault('socket-io-unanswered', 'Socket.IO never answers the page’s connect', {
    causes: 'socket-io-connect-unanswered',
    path: '/sio-silent/',
    params: { conversation_id: '77777777777777777777777777777777', doneAfter: '3500' },
  }),
];
