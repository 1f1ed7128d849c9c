import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { pageEvidence } from './reading/page-evidence';
import { found } from './reading/found';
import { namespaceName, namespacePackets, type NamespacePacket } from './reading/socket-io-connects';
import { quoted } from './reading/words';
import { isEngineIoAddress } from '../protocols/reading/engine-io-packet';

export const socketIoConnectError: Cause = {
  id: 'socket-io-connect-error',
  layer: 'auth',
  severity: 'error',
  title: 'The Socket.IO server refused the connection',
  explanation:
    'The WebSocket opened, but the server answered the CONNECT packet of Socket.IO with CONNECT_ERROR (44). The client fires `connect_error` and closes the WebSocket, so a close code that follows says nothing about the reason.',
  likelyCauses: [
    'A middleware of the server refused the credentials in `auth`, the query or the cookie.',
    'The namespace does not exist on the server.',
  ],
  next: [
    'The client will not retry by itself: call `socket.connect()` after you have changed what the server objects to.',
    'Handle `connect_error` in the page: `err.message` and `err.data` carry what the server said.',
  ],
  nextForUser: ['Log in again, then reload the page.'],
  retry: 'change-first',
  needs: ['messages'],
  diagnose(connection, { wire }) {
    if (!isEngineIoAddress(connection.url)) return NOT_APPLICABLE;
    const packets = namespacePackets(wire);
    const refusal = packets.findLast((entry) => isRefusal(entry) && !isHealed(entry, packets));
    if (refusal === undefined) return CLEAR;
    const { message, ...packet } = refusal;
    const where = packet.namespace === '/' ? 'the connection' : `the namespace ${packet.namespace}`;
    const data = packet.data === undefined ? '' : `, data ${JSON.stringify(packet.data)}`;
    const said = packet.reason === '' ? 'without a reason' : `and says "${packet.reason}"`;
    const row = {
      source: message.source,
      timeMs: message.timeMs,
      text: `The server refuses ${namespaceName(packet.namespace)} ${said}${data}`,
    };
    return found([row, ...pageEvidence(connection)], {
      confidence: 'certain',
      title: `Socket.IO refused ${where}${quoted(packet.reason)}`,
    });
  },
};

function isRefusal({ message, type }: NamespacePacket): boolean {
  return type === 'connect-error' && message.direction === 'in';
}

/** The page tried again over the same WebSocket, and got in. */
function isHealed(refusal: NamespacePacket, packets: readonly NamespacePacket[]): boolean {
  return packets.some(
    ({ message, type, namespace }) =>
      type === 'connect' &&
      message.direction === 'in' &&
      namespace === refusal.namespace &&
      message.seq > refusal.message.seq,
  );
}
