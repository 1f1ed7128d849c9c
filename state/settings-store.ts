import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { WantedLanguage } from '../core/settings/language';
import { INITIAL_SETTINGS, recordingAt, type Recording } from '../core/settings/recording';
import type { InspectedPage, Settings, SettingsKeeper } from '../core/settings/settings';
import { changeKept } from './kept-change';

export interface SettingsState {
  /** Undefined until storage has answered; for ever where there is nothing to set (a file). */
  readonly settings: Settings | undefined;
  /** Host of the page on show; undefined while it is not known, and for pages without one. */
  readonly site: string | undefined;
  readonly recording: Recording;
  /** Switched on again on a page that lives: what it made meanwhile is not seen. */
  readonly isReloadAdvised: boolean;
  /** A sentence: the last change could not be stored. */
  readonly problem: string | undefined;
}

export interface SettingsControls {
  readonly store: Pick<StoreApi<SettingsState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly setPaused: (isPaused: boolean) => void;
  /** For the site of the page on show. */
  readonly setSiteOff: (isOff: boolean) => void;
  readonly setRingBytes: (ringBytes: number) => void;
  readonly setLanguage: (language: WantedLanguage) => void;
  readonly setFoldsHeartbeats: (folds: boolean) => void;
  /** A site of the list, whichever page is on show. */
  readonly setSiteOn: (site: string) => void;
  /** All as before the user decided anything. */
  readonly reset: () => void;
  /** Whatever keeps this page from being recorded ends. */
  readonly switchOn: () => void;
  readonly reloadPage: () => void;
  readonly dismissAdvice: () => void;
  readonly stop: () => void;
}

export const NO_SETTINGS: SettingsState = {
  settings: undefined,
  site: undefined,
  recording: 'on',
  isReloadAdvised: false,
  problem: undefined,
};

/** What is shown is what is stored: a change shows when storage says that it has happened. */
export function createSettingsStore(keeper: SettingsKeeper, page: InspectedPage): SettingsControls {
  const store = createStore<SettingsState>()(() => NO_SETTINGS);

  const stopSettings = keeper.watch((settings) => {
    const before = store.getState();
    const recording = recordingAt(settings, before.site);
    const isOnAgain = before.recording !== 'on' && recording === 'on';
    store.setState({
      settings,
      recording,
      isReloadAdvised: recording === 'on' && (isOnAgain || before.isReloadAdvised),
    });
  });
  const stopSite = page.watchSite((site) => {
    const { settings } = store.getState();
    store.setState({
      site,
      recording: settings === undefined ? 'on' : recordingAt(settings, site),
      isReloadAdvised: false,
    });
  });

  function change(to: (before: Settings) => Settings): void {
    changeKept(keeper, to, (problem) => store.setState({ problem }));
  }
  function without(sites: readonly string[]): readonly string[] {
    const { site } = store.getState();
    return sites.filter((one) => one !== site);
  }

  return {
    store,
    setPaused: (isPaused) => change((before) => ({ ...before, isPaused })),
    setSiteOff(isOff) {
      const { site } = store.getState();
      if (site === undefined) return;
      change((before) => ({
        ...before,
        offSites: isOff ? [...without(before.offSites), site] : without(before.offSites),
      }));
    },
    setRingBytes: (ringBytes) => change((before) => ({ ...before, ringBytes })),
    setLanguage: (language) => change((before) => ({ ...before, language })),
    setFoldsHeartbeats: (foldsHeartbeats) => change((before) => ({ ...before, foldsHeartbeats })),
    setSiteOn: (site) =>
      change((before) => ({ ...before, offSites: before.offSites.filter((one) => one !== site) })),
    reset: () => change(() => INITIAL_SETTINGS),
    switchOn: () => change((before) => ({ ...before, isPaused: false, offSites: without(before.offSites) })),
    reloadPage: () => page.reload(),
    dismissAdvice: () => store.setState({ isReloadAdvised: false }),
    stop() {
      stopSettings();
      stopSite();
    },
  };
}
