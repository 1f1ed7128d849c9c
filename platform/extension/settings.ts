import { SETTINGS_KEY } from '../../core/settings/recording';
import { parseSettings, type SettingsKeeper } from '../../core/settings/settings';
import { createKeeper } from './keeper';

export function createSettingsKeeper(): SettingsKeeper {
  return createKeeper(SETTINGS_KEY, parseSettings);
}
