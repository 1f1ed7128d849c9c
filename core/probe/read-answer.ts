import type { ProbeEvent } from '../capture/event';
import { PROBE_TIMEOUT_MS } from './plan';
import { splitPayload } from '../protocols/reading/engine-io-payload';

type How = ProbeEvent['how'];
type Step = ProbeEvent['steps'][number];

/** How it asked, for the label of the answer. */
export function describeHow(how: How): string {
  return how === 'http-get'
    ? 'Asked with a plain HTTP request, not with a WebSocket handshake.'
    : 'Asked over Socket.IO’s own HTTP polling, not with a WebSocket handshake.';
}

/** What may be concluded from the answer for the WebSocket itself, and what may not. */
export function describeReach(how: How): { readonly carriesOver: string; readonly doesNot: string } {
  return how === 'http-get'
    ? {
        carriesOver:
          'What the server says before it looks at the upgrade: 401, 403, 429, 5xx, redirects and certificate errors.',
        doesNot: '400, 404, 405 and 426 may only mean that this was not a WebSocket handshake.',
      }
    : {
        carriesOver: 'The server’s own reason for refusing the session or the log-in, in its words.',
        doesNot:
          'Whether a WebSocket gets through: a proxy may pass polling and stop upgrades. A server may also allow WebSocket only; then it refuses polling alone.',
      };
}

/** One step's answer in one sentence. */
export function readStep(how: How, step: Step): string {
  if (step.failure !== undefined) return readFailure(step.failure);
  if (step.status === undefined) return 'There was no answer.';
  const refusal = how === 'socket-io-polling' ? readPolling(step) : undefined;
  return refusal ?? readStatus(step.status);
}

function readFailure(failure: NonNullable<Step['failure']>): string {
  switch (failure) {
    case 'timeout':
      return `The server did not answer within ${PROBE_TIMEOUT_MS / 1000} s.`;
    case 'redirect':
      return 'The server redirects somewhere else; the browser hides where. A WebSocket does not follow redirects.';
    case 'network':
      return 'No answer came. The browser does not tell an extension why: a closed port, an unknown name, a certificate that is not trusted and a dropped connection look the same here.';
    case 'refused-port':
      return 'The browser sends nothing to this port: it is on the list of ports that web pages may not use.';
    case 'cancelled':
      return 'You cancelled before the answer came.';
  }
}

function readStatus(status: number): string {
  if (status === 401) return 'The server answers 401: it wants a log-in that the request did not carry.';
  if (status === 403) return 'The server answers 403: it forbids this, whoever asks in this way.';
  if (status === 429) return 'The server answers 429: too many requests. Wait before the next one.';
  if (status >= 500) return `The server answers ${status}: it, or a proxy before it, fails.`;
  if ([400, 404, 405, 426].includes(status))
    return `The server answers ${status}, which may only mean that this was not a WebSocket handshake.`;
  if (status >= 200 && status < 300)
    return `The server answers ${status}: it can be reached and does not refuse a plain request.`;
  return `The server answers ${status}.`;
}

/** Engine.IO's own refusals (protocol 4, "Errors"): a 400 or 403 with JSON. */
const ENGINE_ERRORS: readonly string[] = [
  'it does not offer HTTP polling',
  'it does not know the session',
  'it does not accept the method of the opening request',
  'it cannot read the request',
  'its own rule forbids the request',
  'it does not speak this version of the protocol',
];

function readPolling(step: Step): string | undefined {
  const body = step.body ?? '';
  if (step.status !== 200) return readEngineError(body);
  if (step.method === 'POST') return 'The server takes what was sent.';
  for (const packet of splitPayload(body)) {
    if (packet.startsWith('44')) return `Socket.IO refuses the log-in: ${refusalOf(packet)}`;
    if (packet.startsWith('41')) return 'Socket.IO disconnects the client.';
    if (packet.startsWith('40')) return 'Socket.IO accepts the log-in.';
    if (packet === '1') return 'Engine.IO closes the session.';
    if (packet.startsWith('0')) return 'Engine.IO opens a session.';
  }
  return undefined;
}

function readEngineError(body: string): string | undefined {
  const fields = parseFields(body);
  const code = fields?.get('code');
  const message = fields?.get('message');
  if (typeof code !== 'number' || typeof message !== 'string') return undefined;
  const meaning = ENGINE_ERRORS[code];
  return `Engine.IO refuses${meaning === undefined ? '' : ` because ${meaning}`} (code ${code}): ${message}`;
}

function refusalOf(packet: string): string {
  const data = packet.slice(2).replace(/^\/[^,]*,/, '');
  const message = parseFields(data)?.get('message');
  return typeof message === 'string' && message !== '' ? message : data;
}

function parseFields(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : undefined;
  } catch {
    // Not JSON: a server or proxy of another kind answered.
    return undefined;
  }
}
