import { describe, expect, it } from 'vitest';
import { INITIAL_SETTINGS, recordingAt, siteOf } from '../../../core/settings/recording';

describe('a site', () => {
  it.each([
    ['https://shop.example/cart?x=1', 'shop.example'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['https://shop.example:443/', 'shop.example'],
    ['https://api.shop.example', 'api.shop.example'],
    ['http://[::1]:8080/', '[::1]:8080'],
  ])('of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  it.each([undefined, '', 'null', 'about:blank', 'file:///home/me/page.html', 'data:text/html,x'])(
    'does not exist for %s',
    (address) => {
      expect(siteOf(address)).toBeUndefined();
    },
  );
});

describe('recording', () => {
  const off = { ...INITIAL_SETTINGS, offSites: ['shop.example'] };

  it('is on everywhere until the user says otherwise', () => {
    expect(recordingAt(INITIAL_SETTINGS, 'shop.example')).toBe('on');
    expect(recordingAt(INITIAL_SETTINGS, undefined)).toBe('on');
  });

  it('is off on a site and nowhere else', () => {
    expect(recordingAt(off, 'shop.example')).toBe('site-off');
    expect(recordingAt(off, 'api.shop.example')).toBe('on');
    expect(recordingAt(off, undefined)).toBe('on');
  });

  it('is paused everywhere, whatever is said of a site', () => {
    for (const site of ['shop.example', 'other.example', undefined])
      expect(recordingAt({ ...off, isPaused: true }, site)).toBe('paused');
  });
});
