/// <reference types="astro/client" />
import type { APIRoute, GetStaticPaths } from 'astro';
import { notes, status } from '../../collections.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import { readerFor } from '../../i18n/reader.ts';
import { calendarOf } from '../../views/notes/calendar.ts';

export const getStaticPaths = (() =>
  LANGUAGES.map((lang) => ({
    params: { lang },
    props: {
      text: calendarOf(readerFor(lang, import.meta.env.BASE_URL), status(), notes(), import.meta.env.SITE),
    },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
