import type { Attempt } from '../capture/chain';
import type { Connection } from '../capture/connection';
import { statusMeaning } from '../handshake/http-status';
import { CLEAR, NOT_APPLICABLE, type Confidence, type Evidence, type Ruling } from './cause';
import type { ChainCause, ChainView } from './chain-cause';
import { lifetimeOf } from '../capture/lifetime';
import { found } from './reading/found';
import { didOpen } from './reading/opened';
import { outcomeOf } from './reading/outcome';
import { duration } from './reading/words';
import { WENT_AWAY_WAIT_MS } from './thresholds';

export const serverWentAway: ChainCause = {
  id: 'server-went-away',
  layer: 'transport',
  severity: 'error',
  title: 'The server went away',
  explanation:
    'The connection was cut, and the attempt after it found nobody: the server that had just been there was stopped, killed or restarted. It sent no Close frame, so the page sees only close code 1006, each time.',
  likelyCauses: [
    'It was stopped or restarted: a deployment, a development server, a container that was moved.',
    'It crashed, or the system killed it because memory ran out.',
  ],
  next: [
    "Look into the server's log just before this moment: who stopped it, or what did it crash on.",
    'If it was your own restart, nothing else is wrong: have the client reconnect with a growing, random delay.',
    'Have the server close its sockets with 1001 or 1012 before it ends: then clients know why.',
  ],
  nextForUser: ['Wait: the page comes back once the server does. If it takes minutes, pass this finding on.'],
  retry: 'can-succeed',
  needs: ['page-events', 'browser-log', 'repetition'],
  explains: [
    'abnormal-closure',
    'accepted-then-dropped',
    'connection-refused',
    'handshake-server-error',
    'polling-failed',
  ],
  diagnose(view) {
    if (view.chain.attempts.length < 2) return NOT_APPLICABLE;
    const outages = outagesOf(view);
    const newest = outages.at(-1);
    if (newest === undefined) return CLEAR;
    return rulingFor(newest, outages);
  },
};

interface Outage {
  readonly cut: Connection;
  readonly failed: readonly [Attempt, ...Attempt[]];
  readonly absence: Absence;
  /** The first attempt that met somebody again. */
  readonly back: Connection | undefined;
}

/** How an attempt shows that nobody is there. */
interface Absence {
  readonly title: string;
  readonly words: string;
  readonly confidence: Exclude<Confidence, 'certain'>;
}

function outagesOf({ chain: { attempts }, headlines }: ChainView): readonly Outage[] {
  const outages: Outage[] = [];
  for (const [index, { connection: cut }] of attempts.entries()) {
    if (!CUTS.has(headlines[index]?.cause ?? '')) continue;
    const failed: Attempt[] = [];
    let absence: Absence | undefined;
    let next = index + 1;
    // No further than to the first who met somebody: a storm has thousands of attempts, and as many cuts.
    for (; next < attempts.length; next += 1) {
      const attempt = attempts[next];
      const kind = attempt && absenceOf(attempt.connection, headlines[next]?.cause);
      if (attempt === undefined || kind === undefined) break;
      absence ??= kind;
      failed.push(attempt);
    }
    const [first, ...rest] = failed;
    if (first === undefined || absence === undefined || (first.waitMs ?? Infinity) > WENT_AWAY_WAIT_MS)
      continue;
    outages.push({ cut, failed: [first, ...rest], absence, back: attempts[next]?.connection });
  }
  return outages;
}

const CUTS: ReadonlySet<string> = new Set(['abnormal-closure', 'accepted-then-dropped']);

function absenceOf(connection: Connection, cause: string | undefined): Absence | undefined {
  switch (cause) {
    case 'connection-refused':
      return {
        title: 'The server went away: nothing listens there now',
        words: 'nothing listened there',
        confidence: 'likely',
      };
    case 'handshake-server-error':
      return behindProxy(connection);
    case 'polling-failed':
      return withoutAnswer(connection);
    case undefined:
    default:
      return undefined;
  }
}

/** 502: the proxy could not use the server behind it. The others also stand for one that is overloaded. */
function behindProxy(connection: Connection): Absence | undefined {
  const outcome = outcomeOf(connection);
  if (outcome?.kind !== 'answered' || !(outcome.status in OF_PROXIES)) return undefined;
  const answer = `${outcome.status} (${statusMeaning(outcome.status).name})`;
  return {
    title: `The server behind the proxy went away: the proxy answers ${answer} now`,
    words: `the proxy answered ${answer}`,
    confidence: OF_PROXIES[outcome.status] ?? 'possible',
  };
}

const OF_PROXIES: Readonly<Record<number, Absence['confidence']>> = {
  502: 'likely',
  503: 'possible',
  504: 'possible',
  521: 'likely',
  523: 'likely',
};

/** Within one origin no missing CORS header can be what hides the answer. */
function withoutAnswer(connection: Connection): Absence | undefined {
  const { pollingFailures, url, documentUrl } = connection;
  // One that opened had met a server.
  if (didOpen(connection)) return undefined;
  const failure = pollingFailures.find(({ isAborted }) => isAborted !== true);
  if (failure?.status !== 0 || hostOf(url) === undefined || hostOf(url) !== hostOf(documentUrl))
    return undefined;
  return {
    title: 'The server went away: it gives no answer now',
    words: 'a polling request got no answer',
    confidence: 'likely',
  };
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

function rulingFor({ cut, failed, absence, back }: Outage, outages: readonly Outage[]): Ruling {
  const cutMs = endOf(cut);
  const [{ connection: first, waitMs = 0 }, ...others] = failed;
  const { openMs } = lifetimeOf(cut, cutMs);
  const lived = openMs === undefined ? '' : `, after ${duration(openMs)}`;
  const count = others.length;
  const times = count === 0 ? '' : `, and so it went ${count === 1 ? 'once' : `${count} times`} more`;
  const evidence: Evidence[] = [
    { source: 'page-hook', timeMs: cutMs, text: `The connection was cut without a Close frame${lived}` },
    {
      source: first.handshake?.source ?? 'page-hook',
      timeMs: endOf(first),
      text: `${duration(waitMs)} later ${absence.words}${times}`,
    },
  ];
  if (back !== undefined)
    evidence.push({ source: 'page-hook', timeMs: back.startedMs, text: 'The next attempt was answered' });
  const gone = duration((back?.startedMs ?? cutMs) - cutMs);
  return found(evidence, {
    confidence: absence.confidence,
    title:
      back === undefined ? absence.title : `${absence.title.replace(/:.*$/, '')}, and was back after ${gone}`,
    severity: back === undefined ? 'error' : 'warning',
    about: outages.flatMap((outage) => [
      outage.cut.id,
      ...outage.failed.map(({ connection }) => connection.id),
    ]),
  });
}

function endOf({ endedMs, startedMs }: Connection): number {
  return endedMs ?? startedMs;
}
