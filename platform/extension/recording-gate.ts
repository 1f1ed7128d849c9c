import { recordingAt } from '../../core/settings/recording';
import type { InspectedPage, Settings, SettingsKeeper } from '../../core/settings/settings';

/**
 * Lets through what the browser itself recorded only where recording is on. What comes before the settings are known
 * waits for them.
 */
export interface RecordingGate {
  /** @param sites of the documents it concerns, as `siteOf` names them: each must be one that is recorded */
  pass(sites: readonly (string | undefined)[], act: () => void): void;
}

export function createRecordingGate(keeper: SettingsKeeper): RecordingGate {
  let settings: Settings | undefined;
  let waiting: (() => void)[] = [];
  keeper.watch((newSettings) => {
    settings = newSettings;
    const before = waiting;
    waiting = [];
    for (const act of before) act();
  });
  function pass(sites: readonly (string | undefined)[], act: () => void): void {
    const known = settings;
    if (known === undefined) waiting.push(() => pass(sites, act));
    else if (sites.every((site) => recordingAt(known, site) === 'on')) act();
  }
  return { pass };
}

/** Which site was on show when: a record of the page that was just left comes when the next one is there already. */
export interface SiteHistory {
  /** The sites of everything on show since then. Calls back at once, or when the first site is known. */
  since(timeMs: number, act: (sites: readonly (string | undefined)[]) => void): void;
}

export function createSiteHistory(page: InspectedPage): SiteHistory {
  let site: string | undefined;
  let previousSite: string | undefined;
  let arrivedMs: number | undefined;
  let waiting: (() => void)[] = [];
  page.watchSite((newSite) => {
    previousSite = arrivedMs === undefined ? newSite : site;
    site = newSite;
    arrivedMs = Date.now();
    const before = waiting;
    waiting = [];
    for (const act of before) act();
  });
  function since(timeMs: number, act: (sites: readonly (string | undefined)[]) => void): void {
    if (arrivedMs === undefined) waiting.push(() => since(timeMs, act));
    else act(timeMs < arrivedMs ? [site, previousSite] : [site]);
  }
  return { since };
}
