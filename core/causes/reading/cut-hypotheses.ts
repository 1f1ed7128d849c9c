import { pageCloseCall, type Connection } from '../../capture/connection';
import { lifetimeOf } from '../../capture/lifetime';
import { MAX_HYPOTHESES, type Evidence, type Hypothesis } from '../cause';
import {
  CONSEQUENCE_MS,
  EXPIRY_SLACK_MS,
  LARGE_MESSAGE_BYTES,
  LIFETIME_LIMITS,
  LIFETIME_SLACK,
} from '../thresholds';
import type { Protocol } from '../../protocols/protocol';
import { networkSign } from './network-sign';
import { closeCodeOf } from './protocol-words';
import { idleTimeoutOf, quietBefore } from './silence';
import { sleepSign } from './sleep-sign';
import { tokenExpiryMs } from './token-expiry';
import { asTitle, duration, size } from './words';

/** What may have cut this connection, the likeliest first. Empty: nothing that was seen points anywhere. */
export function cutHypotheses(
  connection: Connection,
  endMs: number,
  protocol: Protocol,
): readonly Hypothesis[] {
  const all = [
    byProtocol(protocol, endMs),
    expiry(connection, endMs),
    sleep(connection, endMs),
    network(connection, endMs),
    idle(connection, endMs),
    lifetime(connection, endMs),
    ...lastMessage(connection, endMs),
  ].filter((one) => one !== undefined);
  const byConfidence = [
    ...all.filter(({ confidence }) => confidence === 'likely'),
    ...all.filter(({ confidence }) => confidence !== 'likely'),
  ];
  return byConfidence.slice(0, MAX_HYPOTHESES);
}

/** What this protocol means by an end without a Close frame, where its servers end like that. */
function byProtocol(protocol: Protocol, endMs: number): Hypothesis | undefined {
  const entry = closeCodeOf(protocol, 1006);
  // One that a server puts into its frame, which no frame may hold, is no cut.
  if (entry === undefined || entry.by !== undefined) return undefined;
  const text = `In ${protocol.name}, an end without a Close frame means: ${entry.meaning}`;
  return {
    title: asTitle(entry.meaning),
    confidence: 'likely',
    evidence: [{ source: 'page-hook', timeMs: endMs, text }],
    check: 'See whether the log of the server says that it ended or began anew at this moment.',
  };
}

function expiry(connection: Connection, endMs: number): Hypothesis | undefined {
  const expiryMs = tokenExpiryMs(connection);
  if (expiryMs === undefined || Math.abs(endMs - expiryMs) > EXPIRY_SLACK_MS) return undefined;
  const text = `The token that it was opened with expired ${relative(expiryMs, endMs)}`;
  return {
    cause: 'token-expiry',
    title: 'The server ends connections whose token has expired',
    confidence: 'likely',
    evidence: [{ source: 'page-hook', timeMs: expiryMs, text }],
    check: 'Log in with a token of another lifetime, and see whether the end moves with it.',
  };
}

function sleep(connection: Connection, endMs: number): Hypothesis | undefined {
  const sign = sleepSign(connection, endMs);
  return (
    sign && {
      cause: 'device-slept',
      title: 'The machine slept, or the browser held the page back',
      confidence: sign.confidence,
      evidence: [sign.evidence],
      check: 'Keep the tab in front and the machine awake, and see whether it ends again.',
    }
  );
}

function network(connection: Connection, endMs: number): Hypothesis | undefined {
  const sign = networkSign(connection, endMs);
  return (
    sign && {
      cause: 'network-lost',
      title: 'The network of the client changed',
      confidence: sign.confidence,
      evidence: [sign.evidence],
      check: 'See whether sockets to other hosts ended at the same moment.',
    }
  );
}

function idle(connection: Connection, endMs: number): Hypothesis | undefined {
  const quiet = quietBefore(connection, endMs);
  const timeout = quiet && idleTimeoutOf(quiet.quietMs);
  if (quiet === undefined || timeout === undefined) return undefined;
  const [seconds, who] = timeout;
  return {
    cause: 'idle-timeout',
    title: `An idle time-out of ${seconds} s on the way: the default of ${who}`,
    confidence: 'possible',
    evidence: [quiet.evidence],
    check: `See whether the next connection ends after the same silence; a ping every ${Math.floor(seconds / 2)} s must then prevent it.`,
  };
}

function lifetime(connection: Connection, endMs: number): Hypothesis | undefined {
  const { openMs } = lifetimeOf(connection, endMs);
  const limit = LIFETIME_LIMITS.find(
    ([seconds]) => openMs !== undefined && Math.abs(openMs / 1_000 - seconds) <= seconds * LIFETIME_SLACK,
  );
  if (openMs === undefined || limit === undefined) return undefined;
  return {
    cause: 'lifetime-limit',
    title: `A longest lifetime of ${duration(limit[0] * 1_000)}: the limit of ${limit[1]}`,
    confidence: 'possible',
    evidence: [{ source: 'page-hook', timeMs: endMs, text: `It had been open for ${duration(openMs)}` }],
    check: 'See whether the next connection lives as long, however much is said over it.',
  };
}

/** The server may have died of what it got last. */
function lastMessage(connection: Connection, endMs: number): readonly Hypothesis[] {
  const last = connection.messages.findLast(({ direction }) => direction === 'out');
  // What the page sends while it closes is not what the end came from.
  if (last === undefined || pageCloseCall(connection) !== undefined) return [];
  const agoMs = endMs - last.timeMs;
  if (agoMs > CONSEQUENCE_MS || last.timeMs < (connection.flows.in.lastMs ?? -Infinity)) return [];
  const text = `The page had sent ${size(last.sizeBytes)} ${duration(agoMs)} before the end, and nothing came back`;
  const evidence: [Evidence] = [{ source: last.source, timeMs: last.timeMs, text }];
  if (last.sizeBytes >= LARGE_MESSAGE_BYTES)
    return [
      {
        cause: 'oversized-message',
        title: 'The last message was larger than something on the way allows',
        confidence: 'possible',
        evidence,
        check: 'Send the same in smaller parts, and look for a size limit in the server and each proxy.',
      },
    ];
  return [
    {
      cause: 'crash-on-message',
      title: 'The server crashed on the last message',
      confidence: 'possible',
      evidence,
      check:
        'Send the same message again: if the connection ends again, look for it in the log of the server.',
    },
  ];
}

function relative(eventMs: number, endMs: number): string {
  const distance = duration(Math.abs(endMs - eventMs));
  return eventMs <= endMs ? `${distance} before the end` : `${distance} after the end`;
}
