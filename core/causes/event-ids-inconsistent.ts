import type { Connection } from '../capture/connection';
import { profiles as builtInProfiles } from '../profiles/catalogue';
import type { Profile } from '../profiles/profile';
import { profileSceneOf } from '../profiles/profile-scene';
import { signsOf } from '../profiles/sign';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE } from './cause';
import type { ChainCause } from './chain-cause';
import { hasAllMessages } from './reading/all-messages';
import { judgeEventIds } from './reading/event-id-judgement';
import { answerIndex } from './reading/history';
import type { Attempted } from './reading/id-problem';
import { signRuling } from './reading/profile-ruling';

export const eventIdsInconsistent: ChainCause = {
  id: 'event-ids-inconsistent',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The ids of events do not fit together over the attempts',
  explanation:
    'Each event of a conversation has an id, and with it a client says where it stopped. Over the attempts of this link the ids contradict each other: something came twice, or was asked for from a wrong place, or is gone.',
  likelyCauses: ['The client asks from a position that is not the last one it had.'],
  next: ['Compare the ids here with those that the server has stored for this conversation.'],
  nextForUser: ['Reload the page: it then gets everything anew.'],
  retry: 'not-needed',
  needs: ['messages'],
  explains: [],
  diagnose({ chain, wireOf, profiles = builtInProfiles }) {
    const attempts = chain.attempts.map(({ connection }) => attempted(connection, wireOf, profiles));
    const known = attempts.filter((attempt) => attempt !== undefined);
    const profile = known[0]?.profile;
    if (profile?.eventIds === undefined) return NOT_APPLICABLE;
    const problems = profile.eventIds.flatMap((ids) => judgeEventIds(known, ids));
    for (const sign of signsOf(profile.signs, 'event-ids')) {
      const seen = problems.filter(({ problem }) => problem === sign.when.problem);
      if (seen.length === 0) continue;
      return signRuling(
        profile,
        sign,
        seen.slice(-3).map(({ evidence }) => evidence),
        { about: [...new Set(seen.map(({ connectionId }) => connectionId))] },
      );
    }
    return CLEAR;
  },
};

function attempted(
  connection: Connection,
  wireOf: (connection: Connection) => Wire,
  profiles: readonly Profile[],
): Attempted | undefined {
  const scene = profileSceneOf(connection, profiles);
  if (scene === undefined) return undefined;
  const wire = wireOf(connection);
  const isAdmitted = (scene.profile.history ?? []).every((rule) => {
    // -1: nothing was asked, so nothing has to be waited for.
    return rule.kind !== 'before-answer' || Number.isFinite(answerIndex(wire, rule.packet));
  });
  return { ...scene, connection, isComplete: wire.isComplete && hasAllMessages(connection), isAdmitted };
}
