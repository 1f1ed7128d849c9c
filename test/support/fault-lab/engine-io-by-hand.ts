import type { WebSocket } from 'ws';
import { readNumber } from './bad-request';
import { textOf } from './messages';
import type { Family, UpgradeCall } from './upgrade';

const PING_INTERVAL_MS = 1_000;
const OPEN_PACKET = `0${JSON.stringify({
  sid: 'fault-lab-engine-sid',
  upgrades: [],
  pingInterval: PING_INTERVAL_MS,
  pingTimeout: 20_000,
  maxPayload: 1_000_000,
})}`;

/** Events 0 to before this one are from before the client came. */
const HISTORY_LENGTH = 6;
const DROPPED_AFTER_MS = 1_500;

function historyEvent(id: number): string {
  const event = {
    id,
    timestamp: `2026-01-01T00:00:0${id}.000000`,
    source: 'agent',
    action: 'run',
    message: `step ${id}`,
  };
  return `42${JSON.stringify(['oh_event', event])}`;
}

/** Engine.IO 4 as far as a healthy link needs it: the open packet, then a ping each second. */
function speakEngineIo({ socket, accept }: UpgradeCall, onConnect: (webSocket: WebSocket) => void): void {
  accept((webSocket) => {
    webSocket.send(OPEN_PACKET);
    const pings = setInterval(() => webSocket.send('2'), PING_INTERVAL_MS);
    socket.once('close', () => clearInterval(pings));
    webSocket.on('message', (data, isBinary) => {
      if (textOf(data, isBinary)?.startsWith('40') === true) onConnect(webSocket);
    });
  });
}

/** Socket.IO servers that do what the real Node server never does. */
export const engineIoByHand: Family = {
  /** The link lives, and CONNECT is never answered: python-socketio does this when a connect handler throws. */
  'sio-silent': (call) => speakEngineIo(call, () => undefined),
  /** python-socketio's refusal of an unknown namespace: a string where newer clients expect an object. */
  'sio-string-refusal': (call) => speakEngineIo(call, (webSocket) => webSocket.send('44"Unable to connect"')),
  /** Promises a ping each second and sends none: the client takes it for dead. */
  'sio-stops': ({ accept }) =>
    accept((webSocket) => {
      webSocket.send(
        '0{"sid":"fault-lab-engine-sid","upgrades":[],"pingInterval":1000,"pingTimeout":1000,"maxPayload":1000000}',
      );
    }),
  /** Sends what the client asks for again, as OpenHands V0 does, and drops who asked for everything. */
  'sio-history': (call) =>
    speakEngineIo(call, (webSocket) => {
      const isFirst = call.query.get('latest_event_id') === '-1';
      const after = isFirst
        ? -1
        : readNumber(call.query, 'latest_event_id', { fallback: 0, most: HISTORY_LENGTH });
      for (let id = after + 1; id < HISTORY_LENGTH; id += 1) webSocket.send(historyEvent(id));
      webSocket.send('40{"sid":"fault-lab-socket-sid"}');
      if (!isFirst) return;
      webSocket.send(historyEvent(HISTORY_LENGTH), () =>
        setTimeout(() => call.socket.destroy(), DROPPED_AFTER_MS),
      );
    }),
  'sio-parse-error': (call) =>
    speakEngineIo(call, (webSocket) => {
      webSocket.send('40{"sid":"fault-lab-socket-sid"}');
      webSocket.send('42{"an event":"is an array"}');
    }),
};
