import type { Connection } from '../capture/connection';
import { isEngineIoAddress } from '../protocols/reading/engine-io-packet';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { found } from './reading/found';
import { pageEvidence } from './reading/page-evidence';
import { namespaceName, namespacePackets, type NamespacePacket } from './reading/socket-io-connects';
import { duration } from './reading/words';

/** A server that has not answered after this long is taken not to. Our choice. */
const PATIENCE_MS = 10_000;

export const socketIoConnectUnanswered: Cause = {
  id: 'socket-io-connect-unanswered',
  layer: 'protocol',
  severity: 'error',
  title: 'The Socket.IO server never answered the connect request',
  explanation:
    'The WebSocket is open and the client sent CONNECT (40), but the server sent neither the confirmation nor CONNECT_ERROR. The client has no timeout for this: it fires no event, does not retry, and seems to be connecting for as long as the WebSocket lives.',
  likelyCauses: [
    'The connect handler of the server threw an error: python-socketio then sends nothing at all.',
    'The connect handler or a middleware waits for something that does not come, or never calls `next()`.',
    'The query or `auth` lacks a value that the server takes for granted.',
  ],
  next: [
    'Look into the server log at this moment for an exception in the connect handler.',
    'Compare the query and `auth` of this connection with one that works.',
    'Give the page a timeout of its own: after some seconds without `connect`, disconnect and tell the user.',
  ],
  nextForUser: [
    'Reload the page once. If it hangs again, log out and in; then pass this finding on: waiting does not help.',
  ],
  retry: 'change-first',
  needs: ['messages'],
  diagnose(connection, { wire }) {
    if (!isEngineIoAddress(connection.url)) return NOT_APPLICABLE;
    const packets = namespacePackets(wire);
    const request = packets.find((entry) => isUnanswered(entry, packets));
    if (request === undefined) return CLEAR;
    const { message, namespace } = request;
    const waitedMs = lastSignOfLife(connection) - message.timeMs;
    if (waitedMs < PATIENCE_MS) return CLEAR;
    const name = namespaceName(namespace);
    const { source, timeMs } = message;
    return found(
      [
        { source, timeMs, text: `The client sent CONNECT for ${name}` },
        { source, text: `No answer for ${name} came in the ${duration(waitedMs)} that followed` },
        ...pageEvidence(connection),
      ],
      // While the socket lives, the answer may still come.
      { confidence: connection.endedMs === undefined ? 'likely' : 'certain' },
    );
  },
};

function isUnanswered(
  { message, type, namespace }: NamespacePacket,
  packets: readonly NamespacePacket[],
): boolean {
  if (type !== 'connect' || message.direction !== 'out') return false;
  // Any later word about the namespace ends the wait: an answer, a refusal, a DISCONNECT from either side.
  return !packets.some((later) => later.message.seq > message.seq && later.namespace === namespace);
}

function lastSignOfLife({ messages, endedMs, startedMs }: Connection): number {
  return Math.max(endedMs ?? startedMs, messages.at(-1)?.timeMs ?? startedMs);
}
