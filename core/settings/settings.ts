import { z } from 'zod';
import type { Keeper } from './keeper';
import { LANGUAGES } from './language';
import { INITIAL_SETTINGS, RING_BYTES } from './recording';

/** What the user decided, for this browser. Whatever cannot be read is as it was before the user decided anything. */
const settingsSchema = z.object({
  /** Nothing is recorded anywhere. */
  isPaused: z.boolean().catch(INITIAL_SETTINGS.isPaused),
  /** Hosts of top documents (`siteOf`) where nothing is recorded. */
  offSites: z.array(z.string()).readonly().catch(INITIAL_SETTINGS.offSites),
  /** What each frame keeps of messages for a panel that opens later. */
  ringBytes: z.number().min(RING_BYTES.min).max(RING_BYTES.max).catch(INITIAL_SETTINGS.ringBytes),
  /** The list of messages gathers heartbeats in one row. */
  foldsHeartbeats: z.boolean().catch(INITIAL_SETTINGS.foldsHeartbeats),
  /** Of the panel, see `WantedLanguage`. */
  language: z.enum(['browser', ...LANGUAGES]).catch(INITIAL_SETTINGS.language),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export function parseSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : INITIAL_SETTINGS;
}

export type SettingsKeeper = Keeper<Settings>;

/** The page that DevTools inspect. */
export interface InspectedPage {
  /** Says the site (`siteOf`) as soon as it is known, and again after each navigation. Returns how to stop. */
  watchSite(listener: (site: string | undefined) => void): () => void;
  reload(): void;
}
