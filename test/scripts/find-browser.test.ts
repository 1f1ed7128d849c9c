import { describe, expect, it } from 'vitest';
import { browserCandidates, findBrowser, missingBrowserMessage } from '../../scripts/find-browser.mjs';

const linux = { env: { PATH: '/usr/local/bin:/usr/bin' }, platform: 'linux' };

describe('findBrowser', () => {
  it('finds Chromium under the name a distribution gives it', () => {
    const exists = (path: string) => path === '/usr/bin/chromium-browser';
    expect(findBrowser('chromium', { ...linux, exists })).toBe('/usr/bin/chromium-browser');
  });

  it('prefers Chromium to branded Chrome', () => {
    const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium'];
    expect(findBrowser('chromium', { ...linux, exists: (path) => installed.includes(path) })).toBe(
      '/usr/bin/chromium',
    );
  });

  it('looks in every folder of PATH', () => {
    const exists = (path: string) => path === '/usr/local/bin/firefox';
    expect(findBrowser('firefox', { ...linux, exists })).toBe('/usr/local/bin/firefox');
  });

  it('finds an application bundle on macOS only', () => {
    const app = '/Applications/Firefox.app/Contents/MacOS/firefox';
    const exists = (path: string) => path === app;
    expect(findBrowser('firefox', { ...linux, platform: 'darwin', exists })).toBe(app);
    expect(findBrowser('firefox', { ...linux, exists })).toBeUndefined();
  });

  it('tries nothing but the path in the variable', () => {
    const env = { ...linux.env, FIREFOX: '/opt/firefox/firefox' };
    expect(browserCandidates('firefox', { ...linux, env })).toEqual(['/opt/firefox/firefox']);
  });
});

describe('missingBrowserMessage', () => {
  it('names the variable to set', () => {
    expect(missingBrowserMessage('chromium', { env: {} })).toContain('CHROMIUM=');
  });

  it('says that the path in the variable does not exist', () => {
    expect(missingBrowserMessage('chromium', { env: { CHROMIUM: '/nowhere' } })).toBe(
      '$CHROMIUM names /nowhere, which does not exist.',
    );
  });
});
