import type { Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { serverFailures } from './reading/protocol-words';

/** By protocol: the failures by which a server says that it cannot go on where the client was. */
const FAILURES: Readonly<Record<string, ReadonlySet<string>>> = {
  ably: new Set(['80006', '80007', '80012', '80020', '90003', '90005']),
  centrifugo: new Set(['112']),
  'discord-gateway': new Set(['9 false']),
};

/** The same by close code. */
const CODES: Readonly<Record<string, ReadonlySet<number>>> = {
  centrifugo: new Set([3010, 3014]),
  'discord-gateway': new Set([4007, 4009]),
};

/** So many of the newest attempts are looked at. Our choice: bounds the cost. */
const LOOKED_AT = 20;

export const resumeGap: ChainCause = {
  id: 'resume-gap',
  layer: 'server-event',
  severity: 'warning',
  title: 'The link is back, but not where it had stopped',
  explanation:
    'The client asked to go on where it was, and the server said that it cannot: what was sent in between is lost. The connection looks healthy, and what the page shows is out of date until it is loaded anew.',
  likelyCauses: [
    'The client was away for longer than the server keeps what it sends.',
    'The server was restarted, and forgot its sessions.',
    'The reconnect reached another server, which does not know this session.',
  ],
  next: [
    'Load the whole state anew when the server says this, before you go on with what comes in.',
    'Reconnect sooner, or have the server keep its history for longer.',
  ],
  nextForUser: ['Reload the page: what it shows may be out of date.'],
  retry: 'change-first',
  needs: ['messages'],
  explains: [],
  diagnose({ chain, wireOf }) {
    const looked = chain.attempts.slice(-LOOKED_AT).map(({ connection }) => connection);
    const wires = looked.map((connection) => ({ connection, wire: wireOf(connection) }));
    if (!wires.some(({ wire }) => wire.protocol.id in FAILURES)) return NOT_APPLICABLE;
    const gaps = wires.flatMap(({ connection, wire }) =>
      [...saidInMessage(wire), ...saidByCode(connection, wire)].map((row) => ({ connection, row })),
    );
    if (gaps.length === 0) return CLEAR;
    return found(
      newestOf(gaps).map(({ row }) => row),
      { confidence: 'certain', about: [...new Set(gaps.map(({ connection }) => connection.id))] },
    );
  },
};

function saidInMessage({ protocol, notable }: Wire): readonly Evidence[] {
  const codes = FAILURES[protocol.id];
  if (codes === undefined) return [];
  const words = [...serverFailures(protocol, notable, 'error'), ...serverFailures(protocol, notable, 'end')];
  return words.flatMap(({ failure, spoken: { packet, message } }) => {
    if (failure.code === undefined || !codes.has(failure.code)) return [];
    const { source, timeMs } = message;
    return [{ source, timeMs, text: `The server said: ${packet.summary.slice(0, 200)}` }];
  });
}

function saidByCode({ close }: Connection, { protocol }: Wire): readonly Evidence[] {
  if (close === undefined || !(CODES[protocol.id]?.has(close.code) ?? false)) return [];
  const { source, timeMs, code } = close;
  return [
    {
      source,
      timeMs,
      text: `The server closed with ${code}: in ${protocol.name} the session cannot be resumed after it`,
    },
  ];
}
