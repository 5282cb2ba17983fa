import { LANGUAGES } from '../core/language.ts';
import { type Reader, readerFor } from '../words/reader.ts';

const READERS = LANGUAGES.map((language) => readerFor(language, import.meta.env.BASE_URL));

interface Address {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Whom the page of an address is written for; its components ask the same. Throws where no language is in it. */
export function readerOf({ params }: Address): Reader {
  const reader = READERS.find(({ language }) => language === params.lang);
  if (reader === undefined) throw new Error(`no language in the address: lang is ${params.lang}`);
  return reader;
}

interface StaticPath<Props extends object> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: Props;
}

/** The addresses of a page that stands in each language: once, or as often as `of` says. */
export function inEachLanguage<Props extends object = object>(
  of: (reader: Reader) => readonly StaticPath<Props>[] = () => [{ params: {}, props: {} as Props }],
): { params: Record<string, string>; props: Props }[] {
  return READERS.flatMap((reader) =>
    of(reader).map(({ params, props }) => ({ params: { lang: reader.language, ...params }, props })),
  );
}

/** The part of an address that names a month (UTC). */
export function monthParams(month: string): { readonly year: string; readonly month: string } {
  return { year: month.slice(0, 4), month: month.slice(5) };
}
