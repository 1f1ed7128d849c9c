import type { ConnectionFacts } from '../connection-builder';

export const CONVERSATION = '87f5ada82bc849fe854ce03610507e29';
export const DASHED = '87f5ada8-2bc8-49fe-854c-e03610507e29';

type Message = NonNullable<ConnectionFacts['messages']>[number];

/** An address of V0 as the page makes it; `undefined` leaves a parameter out. */
export function v0Url(query: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = {
    latest_event_id: '-1',
    conversation_id: CONVERSATION,
    providers_set: 'github',
    session_api_key: 'a-key',
    EIO: '4',
    transport: 'websocket',
    ...query,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `wss://openhands.test/socket.io/?${new URLSearchParams(given).toString()}`;
}

export function v1Url(query = 'resend_all=true&session_api_key=a-key', path = CONVERSATION): string {
  return `wss://sandbox.test:8000/sockets/events/${path}?${query}`;
}

export function received(at: number, text: string): Message {
  return { at, direction: 'in', text };
}
export function sent(at: number, text: string): Message {
  return { at, direction: 'out', text };
}

/** The opening of Engine.IO as python-engineio 4.12 sends it, and the CONNECT of the client. */
export const OPENING: readonly Message[] = [
  received(
    60,
    '0{"sid":"eYjy6CZEmv3K0nrhAAAA","upgrades":[],"pingTimeout":20000,"pingInterval":25000,"maxPayload":4194304}',
  ),
  sent(70, '40'),
];
export const LET_IN = received(200, '40{"sid":"tGrry1ImGDqXMVxLAAAB"}');

/** `42["oh_event",...]`. */
export function ohEvent(at: number, fields: object): Message {
  return received(at, `42${JSON.stringify(['oh_event', fields])}`);
}
export function agentState(at: number, id: number, state: string, reason = ''): Message {
  return ohEvent(at, {
    id,
    timestamp: '2025-11-28T16:00:00.000000',
    source: 'environment',
    message: '',
    observation: 'agent_state_changed',
    content: '',
    extras: { agent_state: state, reason },
  });
}
export function statusUpdate(at: number, id: string, message = id, type = 'error'): Message {
  return ohEvent(at, { status_update: true, type, id, message });
}

/** A connection of V0 that was opened, over which these messages went. */
export function v0(messages: readonly Message[], more: ConnectionFacts = {}): ConnectionFacts {
  return { url: v0Url(), openAt: 50, messages: [...OPENING, ...messages], ...more };
}
/** The same, let in. */
export function v0Joined(messages: readonly Message[], more: ConnectionFacts = {}): ConnectionFacts {
  return v0([LET_IN, ...messages], more);
}
/** Refused in these words; the client then closes. */
export function v0Refused(text: string, before: readonly Message[] = []): ConnectionFacts {
  return v0([...before, received(300, text)], {
    closeCall: { at: 305, readyState: 1 },
    close: { at: 320, code: 1005 },
  });
}

/** The first message of each connection of V1; `status` is how the agent stands. */
export function fullState(at: number, timestamp = '2025-11-28T17:00:00.000000', status = 'idle'): Message {
  return received(
    at,
    JSON.stringify({
      kind: 'ConversationStateUpdateEvent',
      id: 'd2719b7e-77e6-4a3c-b1a8-5c1e3d0f8a01',
      timestamp,
      source: 'environment',
      key: 'full_state',
      value: { id: DASHED, execution_status: status },
    }),
  );
}
/** An event of V1; an hour after `fullState` unless the row says otherwise. */
export function v1Event(at: number, fields: Readonly<Record<string, unknown>> & { kind: string }): Message {
  return received(
    at,
    JSON.stringify({ id: `event-${at}`, timestamp: '2025-11-28T18:00:00.000000', ...fields }),
  );
}
export function v1(messages: readonly Message[], more: ConnectionFacts = {}): ConnectionFacts {
  return { url: v1Url(), openAt: 50, messages: [...messages], ...more };
}
