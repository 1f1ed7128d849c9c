import { browser } from 'wxt/browser';
import {
  INITIAL_SETTINGS,
  RING_BYTES,
  SETTINGS_KEY,
  siteOf,
  type RecordingSettings,
} from '../../core/settings/recording';

/**
 * What a frame's relay reads of the settings: checked by hand, because a schema library in every frame of every page
 * is too dear. test/platform/frame-settings.test.ts holds it against `parseSettings`.
 */
export function readFrameSettings(stored: unknown): RecordingSettings {
  if (typeof stored !== 'object' || stored === null) return INITIAL_SETTINGS;
  const { isPaused, offSites, ringBytes } = stored as Partial<Record<keyof RecordingSettings, unknown>>;
  return {
    isPaused: typeof isPaused === 'boolean' ? isPaused : INITIAL_SETTINGS.isPaused,
    offSites: isListOfTexts(offSites) ? offSites : INITIAL_SETTINGS.offSites,
    ringBytes:
      typeof ringBytes === 'number' && ringBytes >= RING_BYTES.min && ringBytes <= RING_BYTES.max
        ? ringBytes
        : INITIAL_SETTINGS.ringBytes,
  };
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/**
 * Says the settings as soon as storage has answered, and after each change. Reading storage wakes no background.
 *
 * @returns reads anew: a page in the back/forward cache is told of no change
 */
export function watchFrameSettings(apply: (settings: RecordingSettings) => void): () => void {
  let lastAsked = 0;
  let known: RecordingSettings = INITIAL_SETTINGS;

  async function read(): Promise<void> {
    const asked = (lastAsked += 1);
    try {
      const stored = await browser.storage.local.get(SETTINGS_KEY);
      // Of two answers under way the later question's counts.
      if (asked !== lastAsked) return;
      known = readFrameSettings(stored[SETTINGS_KEY]);
    } catch {
      // An orphan of a reloaded extension, or storage that is broken: what was known goes on. The port tells orphans.
    }
    apply(known);
  }

  try {
    browser.storage.local.onChanged.addListener((changes) => {
      if (SETTINGS_KEY in changes) void read();
    });
  } catch {
    // As above: an orphan.
  }
  void read();
  return () => void read();
}

/** The site that this frame's tab shows (`siteOf`), as far as a frame can know it. */
export function siteOfFrame(): string | undefined {
  // Both browsers have it (Chromium 156, Firefox 153), older Firefox has not. "null" where the top document is opaque.
  const { ancestorOrigins } = location as { readonly ancestorOrigins?: ArrayLike<string> };
  const topOrigin = ancestorOrigins?.[ancestorOrigins.length - 1];
  if (topOrigin !== undefined) return siteOf(topOrigin);
  try {
    return siteOf(window.top?.location.href);
  } catch {
    // Of another origin, in a browser that does not tell: then its own host stands for it.
    return siteOf(location.href);
  }
}
