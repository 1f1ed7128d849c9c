import { actionWithoutEcho } from './action-without-echo';
import type { BesideCause } from './beside-cause';
import { profileAddress } from './profile-address';
import { profileAnswer } from './profile-answer';
import { profileErrorEvent } from './profile-error-event';
import { profileSilence } from './profile-silence';

/** Every cause that stands beside the one that explains the end. */
export const besideCauses: readonly BesideCause[] = [
  profileErrorEvent,
  actionWithoutEcho,
  profileSilence,
  profileAnswer,
  profileAddress,
];
