import { chooseLanguage, type Language } from '../../core/settings/language';
import type { Settings } from '../../core/settings/settings';
import { setLanguage } from '../../locales/text';

/**
 * Keeps a document in one language, and says in its markup which one that is: screen readers choose their voice by it.
 *
 * @param wanted what the browser speaks, the dearest first
 */
export function followLanguage(root: HTMLElement, wanted: readonly string[]) {
  function speak(language: Language): void {
    setLanguage(language);
    root.lang = language;
  }
  speak(chooseLanguage(wanted));
  return {
    apply({ language }: Pick<Settings, 'language'>): void {
      speak(language === 'browser' ? chooseLanguage(wanted) : language);
    },
  };
}
