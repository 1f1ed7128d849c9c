import type { Chain } from '../core/capture/chain';
import { pageCloseCall } from '../core/capture/connection';
import { leftDocuments } from '../core/capture/left-documents';
import type { LifecycleEvent } from '../core/capture/lifecycle-event';
import { clientPoliciesOf } from '../core/profiles/client-policies';
import { wasLetGo } from '../core/reconnect/let-go';
import { predictNext } from '../core/reconnect/predict-next';
import { transcriptOf, wireOf } from '../core/protocols/wire';
import type { Protocol } from '../core/protocols/protocol';
import { lastAttempt } from './chain-overview';
import { findingsOf } from './findings';
import { knownProfiles } from './known-profiles';

/** What is to come on a link, whatever the time is now. Times in milliseconds since the epoch. */
export type ChainOutlook =
  /** It is open or under way, ended as it was meant to, or its page is gone. */
  | { readonly kind: 'none' }
  /** It is down since then, and nothing is known of how its client comes back. */
  | { readonly kind: 'unknown'; readonly sinceMs: number }
  | { readonly kind: 'gave-up'; readonly sinceMs: number; readonly client: string; readonly retries: number }
  | {
      readonly kind: 'expected';
      readonly sinceMs: number;
      readonly client: string;
      readonly confidence: 'likely' | 'possible';
      /** The next attempt begins between these two. */
      readonly fromMs: number;
      readonly toMs: number;
    };

const NOTHING: ChainOutlook = { kind: 'none' };
/** A chain gets a new object with every change of its connections. */
const known = new WeakMap<Chain, ChainOutlook>();

/** What is to come on a chain, among documents some of which are gone. */
export type OutlookOf = (chain: Chain) => ChainOutlook;

/** @param lifecycle oldest first */
export function createOutlook(lifecycle: readonly LifecycleEvent[]): OutlookOf {
  const gone = leftDocuments(lifecycle);
  // A connection knows of its page's end only where that was near its own. After that nobody waits any more.
  return (chain) => (gone.has(lastAttempt(chain).connection.streamId) ? NOTHING : outlookOf(chain));
}

/** The same where no document is gone. */
export function outlookOf(chain: Chain): ChainOutlook {
  const remembered = known.get(chain);
  if (remembered !== undefined) return remembered;
  const outlook = read(chain);
  known.set(chain, outlook);
  return outlook;
}

function read(chain: Chain): ChainOutlook {
  const last = lastAttempt(chain).connection;
  const { endedMs: sinceMs, pageGone, pageRestored } = last;
  if (sinceMs === undefined) return NOTHING;
  if (pageGone !== undefined && pageRestored === undefined) return NOTHING;
  // The headline: what a server told of on the way says nothing about the end.
  const isFine = findingsOf(last)[0]?.severity === 'info';
  if (isFine && chain.attempts.length === 1) return NOTHING;
  if (!isFine && wasLetGo(last, wireOf(last, 0)))
    return { kind: 'gave-up', sinceMs, client: 'socket.io-client', retries: chain.attempts.length - 1 };
  if (pageCloseCall(last) !== undefined && !hasComeBackAfterOwnClose(chain)) return NOTHING;
  const prediction = predictNext(chain, sinceMs, spokenIn(chain));
  switch (prediction.kind) {
    case 'none-needed':
      return NOTHING;
    case 'unknown':
      return { kind: 'unknown', sinceMs };
    case 'gave-up':
      return { kind: 'gave-up', sinceMs, client: prediction.client, retries: prediction.retries };
    case 'expected': {
      // What the browser then holds back is the handshake: the attempt itself begins in time.
      const { client, confidence, fromMs, toMs } = prediction;
      return { kind: 'expected', sinceMs, client, confidence, fromMs, toMs };
    }
  }
}

/**
 * Clients come back after what they did not want. A page that closes by itself is through, but for one that has come
 * back from its own `close()` before: a heartbeat that was missed, for one.
 */
function hasComeBackAfterOwnClose({ attempts }: Chain): boolean {
  return attempts.slice(0, -1).some(({ connection }) => pageCloseCall(connection) !== undefined);
}

/** Attempts that never opened speak no protocol: the newest that did tells which it is, and the profile adds its clients. */
export function spokenIn({ attempts }: Chain): Protocol {
  const spoken = attempts.findLast(({ connection }) => connection.messageCount > 0);
  const { connection } = spoken ?? attempts[0];
  const { protocol } = transcriptOf(connection);
  const own = clientPoliciesOf(connection, knownProfiles());
  // The protocol's own client is known more closely; a profile speaks for what has none.
  return own.length === 0 ? protocol : { ...protocol, reconnects: [...protocol.reconnects, ...own] };
}
