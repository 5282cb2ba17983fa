import { createInstance, type i18n } from 'i18next';
import { LANGUAGES, type Language } from '../core/language.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Arguments, Key } from './message.ts';

export interface Translator {
  /** The message in the reader's language, its placeholders filled. */
  readonly t: <K extends Key>(key: K, ...values: Arguments<K>) => string;
  /** The same where a placeholder holds more than text (a time, a link): the message as its pieces. */
  readonly rich: <K extends Key, Piece extends object>(
    key: K,
    ...values: Arguments<K, string | Piece>
  ) => (string | Piece)[];
}

// One instance for both languages: i18next chooses the plural form, TypeScript has chosen the key.
const instance: i18n = createInstance();
await instance.init({
  resources: { en: { translation: en }, id: { translation: id } },
  supportedLngs: [...LANGUAGES],
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // Astro escapes what it renders; twice would show `&amp;`.
  saveMissing: true,
  missingKeyHandler: (_languages, _namespace, key) => {
    throw new RangeError(`there is no message "${key}"`);
  },
});

// Stand-ins for pieces while i18next fills a message: private-use characters that no message contains.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const ANY_STAND_IN = new RegExp(`[${OPEN}${CLOSE}]`, 'g');
const STAND_IN = new RegExp(`${OPEN}(\\d+)${CLOSE}`);

/** The typed `t` of one language. */
export function translator(language: Language): Translator {
  const fixed = instance.getFixedT(language) as unknown as (key: string, values?: object) => string;
  return {
    t: (key, ...[values]) => fixed(key, values),
    rich: (key, ...[values]) => {
      const pieces: object[] = [];
      const standIns = Object.entries(values ?? {}).map(([name, value]) =>
        typeof value === 'object' && value !== null
          ? [name, `${OPEN}${pieces.push(value) - 1}${CLOSE}`]
          : [name, typeof value === 'string' ? value.replaceAll(ANY_STAND_IN, '') : value],
      );
      return split(fixed(key, Object.fromEntries(standIns)), pieces) as never;
    },
  };
}

function split(text: string, pieces: readonly object[]): (string | object)[] {
  return text
    .split(STAND_IN)
    .map((part, index) => (index % 2 === 0 ? part : pieces[Number(part)]))
    .filter((part): part is string | object => part !== undefined && part !== '');
}
