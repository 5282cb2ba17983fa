import type { Language } from '../core/language.ts';

/** What everything made from the demo source bears, in both languages at once: no flag removes it. */
export const DEMO_NOTICE: Record<Language, string> = {
  en: 'DEMO – invented figures',
  id: 'DATA CONTOH – angka rekaan',
};
