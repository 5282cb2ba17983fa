import { LANGUAGES } from '../core/language.ts';
import { offers, type SiteSection } from '../core/site.ts';
import { type Reader, readerFor } from '../words/reader.ts';
import { site } from './content/site.ts';

let known: readonly Reader[] | undefined;

function readers(): readonly Reader[] {
  known ??= LANGUAGES.map((language) => readerFor(language, site(), import.meta.env.BASE_URL));
  return known;
}

interface Address {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Whom the page of an address is written for; its components ask the same. Throws where no language is in it. */
export function readerOf({ params }: Address): Reader {
  const reader = readers().find(({ language }) => language === params.lang);
  if (reader === undefined) throw new Error(`no language in the address: lang is ${params.lang}`);
  return reader;
}

interface StaticPath<Props extends object> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: Props;
}

/**
 * The addresses of a page that stands in each language: once, or as often as `of` says; none at all where the site does
 * not offer each of the parts that the page belongs to.
 */
export function inEachLanguage<Props extends object = object>(
  sections: readonly SiteSection[],
  of: (reader: Reader) => readonly StaticPath<Props>[] = () => [{ params: {}, props: {} as Props }],
): { params: Record<string, string>; props: Props }[] {
  if (!sections.every((section) => offers(site(), section))) return [];
  return readers().flatMap((reader) =>
    of(reader).map(({ params, props }) => ({ params: { lang: reader.language, ...params }, props })),
  );
}

/** The part of an address that names a month (UTC). */
export function monthParams(month: string): { readonly year: string; readonly month: string } {
  return { year: month.slice(0, 4), month: month.slice(5) };
}
