import { browser } from 'wxt/browser';
import { SETTINGS_KEY } from '../../core/settings/recording';
import { parseSettings, type Settings, type SettingsKeeper } from '../../core/settings/settings';

/** Settings in `storage.local`: for this browser, not for its user's other machines. For extension contexts alone. */
export function createSettingsKeeper(): SettingsKeeper {
  const { local } = browser.storage;

  async function read(): Promise<Settings> {
    const stored = await local.get(SETTINGS_KEY);
    return parseSettings(stored[SETTINGS_KEY]);
  }

  return {
    watch(listener) {
      let isStopped = false;
      let hasChanged = false;
      const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
        const change = changes[SETTINGS_KEY];
        if (change === undefined) return;
        hasChanged = true;
        listener(parseSettings(change.newValue));
      };
      local.onChanged.addListener(onChanged);
      read().then(
        (settings) => {
          if (!isStopped && !hasChanged) listener(settings);
        },
        // Storage that cannot be read leaves all as it is without settings: recording.
        () => listener(parseSettings(undefined)),
      );
      return () => {
        isStopped = true;
        local.onChanged.removeListener(onChanged);
      };
    },
    async change(to) {
      await local.set({ [SETTINGS_KEY]: to(await read()) });
    },
  };
}
