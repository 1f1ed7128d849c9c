import type { WantedLanguage } from './language';

/**
 * Where Hangup records. No schema library in here: the relay, which runs in every frame of every page, needs it too.
 */

/** The key under which an extension's `storage.local` holds the settings. */
export const SETTINGS_KEY = 'settings';

const MIB = 1_048_576;
export const RING_BYTES = { min: MIB / 4, max: 64 * MIB, initial: 8 * MIB } as const;

const NO_SITES: readonly string[] = [];
const INITIAL_RING_BYTES: number = RING_BYTES.initial;
const INITIAL_LANGUAGE: WantedLanguage = 'browser';
export const INITIAL_SETTINGS = {
  isPaused: false,
  offSites: NO_SITES,
  ringBytes: INITIAL_RING_BYTES,
  language: INITIAL_LANGUAGE,
  foldsHeartbeats: true,
};

/** The part that pages need to know. */
export interface RecordingSettings {
  readonly isPaused: boolean;
  readonly offSites: readonly string[];
  readonly ringBytes: number;
}

export type Recording = 'on' | 'paused' | 'site-off';

/** @param site as `siteOf` names it; undefined: no site, which only the pause concerns */
export function recordingAt(settings: RecordingSettings, site: string | undefined): Recording {
  if (settings.isPaused) return 'paused';
  return site !== undefined && settings.offSites.includes(site) ? 'site-off' : 'on';
}

/**
 * A site is the host of the document at the top of the tab, with its port: two servers of one developer's machine are
 * two sites. Documents without a host (`file:`, `data:`, `about:blank`) belong to none.
 */
export function siteOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).host || undefined;
}
