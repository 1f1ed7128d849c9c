import { beforeEach, describe, expect, it } from 'vitest';
import { INITIAL_SETTINGS } from '../../core/settings/recording';
import type { Settings } from '../../core/settings/settings';
import { createSettingsStore, type SettingsControls } from '../../state/settings-store';
import { createStoredValue, type StoredValue } from '../support/stored-value';

let stored: StoredValue<Settings>;
let navigate: (site: string | undefined) => void;
let reloads: number;
let controls: SettingsControls;

beforeEach(() => {
  stored = createStoredValue<Settings>(INITIAL_SETTINGS);
  reloads = 0;
  controls = createSettingsStore(stored.keeper, {
    watchSite(listener) {
      navigate = listener;
      listener('shop.example');
      return () => undefined;
    },
    reload: () => void (reloads += 1),
  });
});
const state = () => controls.store.getState();

describe('the switch of a site', () => {
  it('is for the page on show', () => {
    controls.setSiteOff(true);
    expect(stored.value.offSites).toEqual(['shop.example']);
    expect(state().recording).toBe('site-off');
    navigate('other.example');
    expect(state().recording).toBe('on');
    navigate('shop.example');
    expect(state().recording).toBe('site-off');
  });

  it('names a site once, however often it is pressed, and takes back only its own', () => {
    controls.setSiteOff(true);
    controls.setSiteOff(true);
    navigate('other.example');
    controls.setSiteOff(true);
    expect(stored.value.offSites).toEqual(['shop.example', 'other.example']);
    controls.setSiteOff(false);
    expect(stored.value.offSites).toEqual(['shop.example']);
  });

  it('does nothing where a page has no site', () => {
    navigate(undefined);
    controls.setSiteOff(true);
    expect(stored.value).toEqual(INITIAL_SETTINGS);
  });
});

describe('switching on', () => {
  it('ends the pause and the site switch together, and leaves other sites off', () => {
    stored.value = { ...stored.value, isPaused: true, offSites: ['other.example', 'shop.example'] };
    stored.tell(stored.value);
    expect(state().recording).toBe('paused');
    controls.switchOn();
    expect(stored.value).toEqual({ ...INITIAL_SETTINGS, offSites: ['other.example'] });
    expect(state().recording).toBe('on');
  });

  it('advises a reload, until the page is another, or the user has read it', () => {
    controls.setPaused(true);
    expect(state().isReloadAdvised).toBe(false);
    controls.setPaused(false);
    expect(state().isReloadAdvised).toBe(true);
    controls.reloadPage();
    expect(reloads).toBe(1);
    navigate('shop.example');
    expect(state().isReloadAdvised).toBe(false);

    controls.setPaused(true);
    controls.setPaused(false);
    controls.dismissAdvice();
    expect(state().isReloadAdvised).toBe(false);
  });

  it('advises nothing while it is off again', () => {
    controls.setPaused(true);
    controls.setPaused(false);
    controls.setSiteOff(true);
    expect(state().isReloadAdvised).toBe(false);
  });
});

it('a change that cannot be stored is not shown as if it were, and is told', async () => {
  stored.isFull = true;
  controls.setPaused(true);
  await Promise.resolve();
  await Promise.resolve();
  expect(state().settings?.isPaused).toBe(false);
  expect(state().problem).toMatch(/could not store/);
  stored.isFull = false;
  controls.setPaused(true);
  await Promise.resolve();
  await Promise.resolve();
  expect(state().problem).toBeUndefined();
});
