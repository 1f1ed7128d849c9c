import type http from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

const FULL_STATE = {
  kind: 'ConversationStateUpdateEvent',
  id: 'd2719b7e-77e6-4a3c-b1a8-5c1e3d0f8a01',
  timestamp: '2025-11-28T17:00:00.000000',
  source: 'environment',
  key: 'full_state',
  value: { execution_status: 'idle' },
};
const LATER = '2025-11-28T18:00:00.000000';

/** What the agent server sends after its first message, by the fault. */
const EVENTS: Readonly<Record<string, object>> = {
  'conv-error': {
    kind: 'ConversationErrorEvent',
    timestamp: LATER,
    code: 'LLMAuthenticationError',
    detail: 'no',
  },
  'old-error': {
    kind: 'ConversationErrorEvent',
    timestamp: '2025-11-28T09:00:00.000000',
    code: 'ValueError',
    detail: 'no',
  },
  'agent-error': { kind: 'AgentErrorEvent', timestamp: LATER, error: "Tool 'x' not found", tool_name: 'x' },
  stuck: { kind: 'ConversationStateUpdateEvent', timestamp: LATER, key: 'execution_status', value: 'stuck' },
};
const CLOSES: Readonly<Record<string, readonly [code: number, reason: string]>> = {
  'not-found': [4004, 'Conversation not found'],
  capacity: [1013, 'Too many connections for this conversation'],
  'bash-capacity': [1013, 'Too many bash event connections'],
  restart: [1012, ''],
};

/** Which fault each conversation has: an address of V1 has no other place to say it. */
export function v1ConversationOf(fault: string): string {
  return Buffer.from(fault.padEnd(16, '.').slice(0, 16)).toString('hex');
}
function faultOf(pathname: string): string {
  const last = pathname.split('/').at(-1) ?? '';
  if (last === 'bash-events') return 'bash-capacity';
  const hex = last.replace('task-', '');
  return Buffer.from(hex, 'hex').toString('latin1').replace(/\.+$/, '');
}

/** A server like the agent server of V1: it refuses before it accepts, or closes after, as the conversation asks for. */
export function attachV1Server(server: http.Server): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const status = /^\/status-(\d{3})\//.exec(pathname)?.[1];
    if (status !== undefined) {
      refuse(socket, status);
      return;
    }
    if (!pathname.includes('/sockets/')) return;
    const fault = faultOf(pathname);
    if (fault.startsWith('status-')) {
      refuse(socket, fault.slice('status-'.length, 'status-403'.length));
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      accept(opened, fault);
    });
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

/** As wsproto under uvicorn does it: a status, and nothing else. */
function refuse(socket: Duplex, status: string): void {
  const location = status === '302' ? 'location: /login\r\n' : '';
  socket.end(`HTTP/1.1 ${status} \r\n${location}content-length: 0\r\n\r\n`);
}

function accept(socket: WebSocket, fault: string): void {
  const close = CLOSES[fault];
  if (close !== undefined) {
    socket.close(...close);
    return;
  }
  if (fault.startsWith('auth')) {
    authenticate(socket);
    return;
  }
  const send = (event: object) => socket.send(JSON.stringify({ id: crypto.randomUUID(), ...event }));
  send(FULL_STATE);
  const event = EVENTS[fault];
  if (event !== undefined) send(event);
  socket.on('message', () => {
    if (fault === 'server-error')
      send({
        kind: 'ServerErrorEvent',
        timestamp: LATER,
        code: 'ValidationError',
        detail: '1 validation error',
      });
    // What it drops it says nothing of; a while later it sends something else.
    else setTimeout(() => send({ kind: 'ObservationEvent', timestamp: LATER }), 6_000);
  });
}

/** Newer servers: the first message must be a login, within 10 s. None is ever right here. */
function authenticate(socket: WebSocket): void {
  const timer = setTimeout(() => socket.close(4001, 'Authentication failed'), 10_000);
  socket.once('message', () => socket.close(4001, 'Authentication failed'));
  socket.once('close', () => clearTimeout(timer));
}
