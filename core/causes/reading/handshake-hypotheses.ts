import type { Connection } from '../../capture/connection';
import { MAX_HYPOTHESES, type Evidence, type Hypothesis } from '../cause';
import { ANSWER_TIMEOUTS, FAST_FAILURE_MS, ROUND_TRIP_MS } from '../thresholds';
import { isOnThisMachine } from './machine';
import { networkSign } from './network-sign';
import { duration } from './words';

/** What may be behind a handshake that failed without a reason, the likeliest first. */
export function handshakeHypotheses(connection: Connection): readonly Hypothesis[] {
  const endMs = (connection.close ?? connection.error)?.timeMs;
  if (endMs === undefined) return [];
  const tookMs = endMs - connection.startedMs;
  const text = `It failed ${duration(tookMs)} after it was created`;
  const took: [Evidence] = [{ source: 'page-hook', timeMs: endMs, text }];
  return [
    offline(connection, endMs),
    local(connection, tookMs, took),
    silent(tookMs, took),
    refused(tookMs, took),
  ]
    .filter((one) => one !== undefined)
    .slice(0, MAX_HYPOTHESES);
}

function offline(connection: Connection, endMs: number): Hypothesis | undefined {
  const sign = networkSign(connection, endMs);
  if (sign?.confidence !== 'likely') return undefined;
  return {
    cause: 'network-lost',
    title: 'The machine had no network',
    confidence: 'likely',
    evidence: [sign.evidence],
    check: 'See whether other pages load at this moment.',
  };
}

function local({ url, documentUrl }: Connection, tookMs: number, took: [Evidence]): Hypothesis | undefined {
  if (documentUrl === undefined || !isLocal(url) || isLocal(documentUrl) || tookMs >= FAST_FAILURE_MS)
    return undefined;
  return {
    cause: 'connection-refused',
    title: 'A public page may not reach the local network, or nothing listens there',
    confidence: 'possible',
    evidence: took,
    check:
      'Look at the site settings for the permission to reach the local network, then at whether the server runs.',
  };
}

function silent(tookMs: number, took: [Evidence]): Hypothesis | undefined {
  const timeout = ANSWER_TIMEOUTS.find(([seconds]) => Math.abs(tookMs - seconds * 1_000) <= ROUND_TRIP_MS);
  if (timeout === undefined) return undefined;
  return {
    title: `Nobody answered the handshake: ${timeout[1]} waits ${timeout[0]} s for an answer`,
    confidence: 'possible',
    evidence: took,
    check:
      'Look whether a firewall swallows the connection, or a proxy accepts it and does not pass the upgrade on.',
  };
}

function refused(tookMs: number, took: [Evidence]): Hypothesis | undefined {
  if (tookMs < FAST_FAILURE_MS || tookMs > ROUND_TRIP_MS) return undefined;
  return {
    title: 'The server answered, but with another status than 101',
    confidence: 'possible',
    evidence: took,
    check:
      'Open the address in the Network panel, or ask the server from here: a 401, 403 or 404 then shows.',
  };
}

/** This machine, and addresses of private networks (RFC 1918). */
function isLocal(url: string): boolean {
  if (isOnThisMachine(url)) return true;
  const hostname = URL.canParse(url) ? new URL(url).hostname : '';
  return /^10\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(hostname);
}
