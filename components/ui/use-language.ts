import { useSyncExternalStore } from 'react';
import type { Language } from '../../core/settings/language';
import { currentLanguage, onLanguageChanged } from '../../locales/text';

/** The language of the document; draws anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChanged, currentLanguage, currentLanguage);
}
