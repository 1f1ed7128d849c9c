import type { Connection } from '../capture/connection';
import type { ProbeEvent } from '../capture/event';
import { isEngineIoAddress } from '../protocols/reading/engine-io-packet';
import { splitPayload } from '../protocols/reading/engine-io-payload';

/** So long an answer may take, each. Ours to choose: a person waits for it. */
export const PROBE_TIMEOUT_MS = 10_000;

type Step = ProbeEvent['steps'][number];

/** What the user asks: which connection, and what is known of it that the answer may depend on. */
export interface ProbeQuestion {
  /** `Connection.id`. */
  readonly connectionId: string;
  /** The connection's own address, `ws:`, `wss:`, `http:` or `https:`. */
  readonly url: string;
  /** The page's own Socket.IO CONNECT with its auth payload, as a packet: `0/admin,{"token":"..."}` after a `4`. */
  readonly connectPacket: string | undefined;
}

export interface ProbeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
}

export interface ProbePlan {
  readonly how: ProbeEvent['how'];
  /** The first request, exactly. */
  readonly first: ProbeRequest;
  /** What is said after it opened a session, without the session's id. Undefined: nothing. */
  readonly connectPacket: string | undefined;
  readonly revision: 3 | 4;
}

/** A read that brings no ruling may be followed by another: a server may send events before it rules. */
const MOST_READS = 3;

/** What to ask about a connection. Undefined: its address cannot be asked over HTTP. */
export function toQuestion(connection: Connection): ProbeQuestion | undefined {
  const { id, url } = connection;
  const question = { connectionId: id, url, connectPacket: connectPacketOf(connection) };
  return planProbe(question) === undefined ? undefined : question;
}

/** How to ask it. Undefined where the address is no http(s) or ws(s) one. */
export function planProbe({ url, connectPacket }: ProbeQuestion): ProbePlan | undefined {
  const asked = toHttpUrl(url);
  if (asked === undefined) return undefined;
  const revision = asked.searchParams.get('EIO');
  if (!isEngineIoAddress(url) || (revision !== '3' && revision !== '4'))
    return {
      how: 'http-get',
      first: { method: 'GET', url: asked.href },
      connectPacket: undefined,
      revision: 4,
    };
  asked.searchParams.set('transport', 'polling');
  asked.searchParams.delete('sid');
  // Without it an Engine.IO 3 server may answer in a binary form.
  if (revision === '3') asked.searchParams.set('b64', '1');
  const isSocketIo = /\/socket\.io(?:\/|$)/.test(asked.pathname);
  return {
    how: 'socket-io-polling',
    first: { method: 'GET', url: asked.href },
    // A server of protocol 3 connects the default namespace by itself. Where nothing says that Socket.IO is spoken,
    // a CONNECT would be a message to an application that does not expect it.
    connectPacket: connectPacket ?? (isSocketIo && revision === '4' ? '40' : undefined),
    revision: revision === '3' ? 3 : 4,
  };
}

/** The request that comes after these answers. Undefined: all has been asked. */
export function nextRequest(plan: ProbePlan, steps: readonly Step[]): ProbeRequest | undefined {
  const [opening] = steps;
  if (opening === undefined) return plan.first;
  if (plan.how === 'http-get') return undefined;
  const sid = sessionOf(opening);
  if (sid === undefined || steps.some(({ failure }) => failure === 'cancelled')) return undefined;
  const url = `${plan.first.url}&sid=${encodeURIComponent(sid)}`;
  const post = (packet: string): ProbeRequest => ({
    method: 'POST',
    url,
    body: writeEnginePacket(packet, plan.revision),
  });
  const posts = steps.filter(({ method }) => method === 'POST').length;
  const isClosed = steps.some((step) => packetsOf(step).includes('1'));
  const hasConnect = plan.connectPacket !== undefined;
  if (posts > (hasConnect ? 1 : 0) || isClosed) return undefined;
  if (hasConnect && posts === 0) return post(plan.connectPacket);
  const reads = steps.length - 1 - posts;
  const last = steps.at(-1);
  const isRuled = steps.some((step) =>
    packetsOf(step).some((packet) => isRuling(packet, plan.connectPacket)),
  );
  const expectsMore = hasConnect || plan.revision === 3;
  if (expectsMore && !isRuled && reads < MOST_READS && last?.status === 200) return { method: 'GET', url };
  // Politely: the server need not wait for a session that nobody will use.
  return post('1');
}

/** Engine.IO packets of an answer, in order. */
function packetsOf(step: Step): readonly string[] {
  return step.method === 'GET' && step.status === 200 ? splitPayload(step.body ?? '') : [];
}

/** CONNECT, DISCONNECT or CONNECT_ERROR; protocol 4 and older say "ERROR" with the same number. */
function isRuling(packet: string, connectPacket: string | undefined): boolean {
  // Protocol 3 connects the default namespace before the one that was asked for.
  const namespace = /^40(\/[^,?]*)/.exec(connectPacket ?? '')?.[1];
  return /^4[014]/.test(packet) && (namespace === undefined || packet.startsWith(namespace, 2));
}

function sessionOf(opening: Step): string | undefined {
  const open = packetsOf(opening).find((packet) => packet.startsWith('0'));
  return open === undefined ? undefined : /"sid"\s*:\s*"([^"\\]{1,200})"/.exec(open)?.[1];
}

function toHttpUrl(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol } = new URL(url);
  if (!/^(?:ws|http)s?:$/.test(protocol)) return undefined;
  const asked = new URL(url.replace(/^\s*ws/i, 'http'));
  asked.hash = '';
  return asked;
}

/** The CONNECT that was refused; where none was, the first one. */
function connectPacketOf({ messages }: Connection): string | undefined {
  const connects: string[] = [];
  for (const { direction, text, isCut } of messages) {
    if (text === undefined || isCut === true) continue;
    if (direction === 'out' && text.startsWith('40')) connects.push(text);
    if (direction === 'in' && text.startsWith('44')) {
      const namespace = namespaceOf(text);
      const refused = connects.findLast((connect) => namespaceOf(connect) === namespace);
      if (refused !== undefined) return refused;
    }
  }
  return connects[0];
}

function namespaceOf(packet: string): string {
  return /^4\d(\/[^,?]*)/.exec(packet)?.[1] ?? '/';
}

/** One packet as the body of a POST: revision 3 puts its length in UTF-16 units and a colon before it. */
function writeEnginePacket(packet: string, revision: 3 | 4): string {
  return revision === 3 ? `${packet.length}:${packet}` : packet;
}
