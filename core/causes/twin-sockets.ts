import type { Connection } from '../capture/connection';
import { profiles as builtInProfiles } from '../profiles/catalogue';
import { profileOf } from '../profiles/profile-of';
import { signsOf } from '../profiles/sign';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { signRuling } from './reading/profile-ruling';
import { duration } from './reading/words';
import { OVERLAP_MS } from './thresholds';

export const twinSockets: ChainCause = {
  id: 'twin-sockets',
  layer: 'page',
  severity: 'warning',
  title: 'The page opened two sockets for one conversation at the same time',
  explanation:
    'One page opened two sockets of the same conversation almost at once, under addresses that differ, and both stayed open. The profile of this application knows that only one of them is meant.',
  likelyCauses: ['Something in the address changed while the first socket was still being opened.'],
  next: ['Close the first socket in whatever state it is before you open the second.'],
  nextForUser: ['Nothing: a reload closes both.'],
  retry: 'not-needed',
  needs: ['page-events'],
  explains: [],
  diagnose({ chain, siblings, nowMs, profiles = builtInProfiles }) {
    const [{ connection: first }] = chain.attempts;
    const profile = profileOf(first, profiles);
    const [sign] = profile === undefined ? [] : signsOf(profile.signs, 'twin');
    if (profile === undefined || sign === undefined || siblings.length === 0) return NOT_APPLICABLE;
    const beside = siblings
      .filter(({ endpoint }) => endpoint !== chain.endpoint)
      .flatMap(({ attempts }) => attempts.map(({ connection }) => connection));
    // Told once, of the one that came second.
    for (const { connection } of chain.attempts) {
      const twin = beside.find((other) => isTwin(other, connection, sign.when.withinMs, nowMs));
      if (twin === undefined) continue;
      const apart = duration(connection.startedMs - twin.startedMs);
      const together = duration(togetherMs(twin, connection, nowMs));
      const text = `A socket of this conversation with another query was opened ${apart} before, in the same page, and both were open for ${together}`;
      return signRuling(profile, sign, [{ source: 'page-hook', timeMs: connection.startedMs, text }], {
        about: [connection.id],
      });
    }
    return CLEAR;
  },
};

function isTwin(first: Connection, second: Connection, withinMs: number, nowMs: number): boolean {
  const apartMs = second.startedMs - first.startedMs;
  return (
    first.streamId === second.streamId &&
    apartMs >= 0 &&
    apartMs <= withinMs &&
    (apartMs > 0 || first.id < second.id) &&
    pathOf(first) === pathOf(second) &&
    togetherMs(first, second, nowMs) > OVERLAP_MS
  );
}

function togetherMs(one: Connection, other: Connection, nowMs: number): number {
  if (one.open === undefined || other.open === undefined) return 0;
  const fromMs = Math.max(one.open.timeMs, other.open.timeMs);
  return Math.min(one.endedMs ?? nowMs, other.endedMs ?? nowMs) - fromMs;
}

function pathOf({ url }: Connection): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
