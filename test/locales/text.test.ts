import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../core/settings/language';
import { onLanguageChanged, setLanguage, text, textParts } from '../../locales/text';

afterEach(() => {
  setLanguage('en');
});

describe('a text for people', () => {
  it('is in the language of the document', () => {
    expect(text('toolbar.clear')).toBe('Clear');
    setLanguage('zh-CN');
    expect(text('toolbar.clear')).toBe('清除');
  });

  it('takes the plural form of the language, and writes amounts as it does', () => {
    expect(text('toolbar.dropped', { count: 1 })).toBe('1 event dropped');
    expect(text('toolbar.dropped', { count: 1204 })).toBe('1,204 events dropped');
    setLanguage('zh-CN');
    expect(text('toolbar.dropped', { count: 1204 })).toBe('已丢弃 1,204 个事件');
  });

  it('comes in pieces where a value is an element', () => {
    expect(textParts('toolbar.dropped', 2)).toEqual([
      { kind: 'value', name: 'count' },
      { kind: 'words', words: ' events dropped' },
    ]);
  });

  it('tells of a change of language once, and not after the listener has left', () => {
    let changes = 0;
    const stop = onLanguageChanged(() => (changes += 1));
    setLanguage('zh-CN');
    setLanguage('zh-CN');
    stop();
    setLanguage('en');
    expect(changes).toBe(1);
  });
});

describe('the language of somebody who wants', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh_TW'], 'zh-CN'],
    [['de-DE', 'zh'], 'zh-CN'],
    [['en-GB', 'zh'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ] as const)('%j is %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});
