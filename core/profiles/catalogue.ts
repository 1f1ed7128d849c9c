import { openhands } from './openhands';
import type { Profile } from './profile';

/** The built-in profiles, asked in this order. */
export const profiles: readonly Profile[] = [openhands];
