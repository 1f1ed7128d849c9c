import type { Profile } from '../../profiles/profile';
import type { Sign } from '../../profiles/sign';
import type { Evidence, Ruling } from '../cause';
import { found } from './found';

type Found = Extract<Ruling, { verdict: 'found' }>;

/** A sign of a profile was seen: its own words, on this evidence. */
export function signRuling(
  profile: Profile,
  sign: Sign,
  evidence: readonly Evidence[],
  more: Partial<Omit<Found, 'verdict' | 'evidence'>> = {},
): Found {
  const { id, title, severity, retry, next, nextForUser, confidence = 'certain' } = sign;
  const sentences = [sign.explanation, sign.pageShows, sign.clientDoes];
  return found(evidence, {
    sign: `${profile.id}/${id}`,
    confidence,
    title,
    severity,
    retry,
    explanation: sentences.filter((sentence) => sentence !== undefined).join(' '),
    next,
    nextForUser,
    likelyCauses: sign.likelyCauses ?? [],
    ...more,
  });
}
