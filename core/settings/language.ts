/** The languages that the panel and the report speak, by BCP 47 tag. English is what everything else falls back to. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];
/** `browser`: the one that the browser itself speaks. */
export type WantedLanguage = Language | 'browser';

/**
 * The first language that somebody wants and Hangup has.
 *
 * @param wanted BCP 47 tags, the dearest first, as `navigator.languages` gives them
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary] = tag.toLowerCase().split(/[-_]/);
    // Readers of Traditional Chinese read Simplified more easily than English.
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
