/// <reference types="astro/client" />
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '../../core/language.ts';
import { offers } from '../../core/site.ts';
import { notes, site, status } from '../../site/content.ts';
import { calendarOf } from '../../site/views/incidents/calendar.ts';
import { readerFor } from '../../words/reader.ts';

export const getStaticPaths = (() =>
  (offers(site(), 'incidents') ? LANGUAGES : []).map((lang) => ({
    params: { lang },
    props: {
      text: calendarOf(
        readerFor(lang, site(), import.meta.env.BASE_URL),
        status(),
        notes(),
        import.meta.env.SITE,
      ),
    },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
