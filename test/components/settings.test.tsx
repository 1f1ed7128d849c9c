import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RecordingBar } from '../../components/settings/recording-bar';
import { RecordingSettings } from '../../components/settings/recording-settings';
import type { Recording } from '../../core/settings/recording';
import { INITIAL_SETTINGS } from '../../core/settings/recording';
import type { Settings } from '../../core/settings/settings';

const nothing = (): undefined => undefined;

function bar(recording: Recording, more: { isReloadAdvised?: boolean; hasOlder?: boolean } = {}): string {
  return renderToString(
    <RecordingBar
      recording={recording}
      site="shop.example"
      isReloadAdvised={more.isReloadAdvised ?? false}
      hasOlder={more.hasOlder ?? false}
      onSwitchOn={nothing}
      onReload={nothing}
      onDismiss={nothing}
    />,
  ).replaceAll('<!-- -->', '');
}

function form(settings: Partial<Settings> = {}, site: string | undefined = 'shop.example'): string {
  return renderToString(
    <RecordingSettings
      settings={{ ...INITIAL_SETTINGS, ...settings }}
      site={site}
      problem={undefined}
      onPause={nothing}
      onSiteOff={nothing}
      onRingBytes={nothing}
      onLanguage={nothing}
      onFold={nothing}
      onSiteOn={nothing}
      onReset={nothing}
    />,
  ).replaceAll('<!-- -->', '');
}

describe('the bar', () => {
  it('is silent while all is recorded, and a live region already', () => {
    expect(bar('on')).toBe('<div role="status" aria-label="Recording"></div>');
  });

  it('says why nothing is recorded, with one button to end it', () => {
    expect(bar('paused')).toContain('Recording is paused everywhere.');
    expect(bar('site-off')).toMatch(/Hangup is off on .*shop\.example/);
    for (const html of [bar('paused'), bar('site-off')]) expect(html.match(/<button/g)).toHaveLength(1);
  });

  it('says that what is shown is older, only where something is shown', () => {
    expect(bar('paused', { hasOlder: true })).toContain('What you see is from before.');
    expect(bar('paused')).not.toContain('from before');
  });

  it('advises a reload after switching on', () => {
    expect(bar('on', { isReloadAdvised: true })).toContain('Reload the page');
  });
});

describe('the settings', () => {
  it('name each control, and say what it does', () => {
    const html = form();
    for (const [, id] of html.matchAll(/aria-describedby="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    expect(html.match(/aria-describedby/g)).toHaveLength(3);
    expect(html).toMatch(/<legend>Memory for messages, per frame<\/legend>/);
  });

  it('cannot switch off a page without a host', () => {
    const html = renderToString(
      <RecordingSettings
        settings={INITIAL_SETTINGS}
        site={undefined}
        problem="The disk is full."
        onPause={nothing}
        onSiteOff={nothing}
        onRingBytes={nothing}
        onLanguage={nothing}
        onFold={nothing}
        onSiteOn={nothing}
        onReset={nothing}
      />,
    );
    expect(html).toMatch(/<input[^>]*name="site"[^>]*disabled|<input[^>]*disabled=""[^>]*name="site"/);
    expect(html).toContain('no host by which to remember it');
    expect(html).toMatch(/role="alert">The disk is full\./);
  });

  it('offer a size that somebody chose elsewhere beside their own', () => {
    expect(form().match(/type="radio"/g)).toHaveLength(7);
    expect(form({ ringBytes: 3 * 1_048_576 }).match(/type="radio"/g)).toHaveLength(8);
  });
});

describe('the settings beside recording', () => {
  it('name each language in itself, and mark the one that holds', () => {
    expect(form({ language: 'zh-CN' })).toMatch(/<option value="zh-CN" lang="zh-CN" selected="">简体中文/);
    expect(form()).toMatch(/<option value="browser" selected="">As the browser/);
  });

  it('list the other sites where recording is off, and let each be switched on', () => {
    const html = form({ offSites: ['shop.example', 'bank.example'] });
    expect(html).toMatch(/Switch on .*bank\.example/);
    expect(html).not.toMatch(/Switch on .*shop\.example/);
  });
});
