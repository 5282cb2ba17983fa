/// <reference types="astro/client" />
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '../../core/language.ts';
import { offers } from '../../core/site.ts';
import { notes, site, status } from '../../site/content.ts';
import { FEED_FORMS, FEED_TYPES, type FeedForm, feedOf } from '../../site/views/incidents/feed.ts';
import { readerFor } from '../../words/reader.ts';

export const getStaticPaths = (() =>
  (offers(site(), 'incidents') ? LANGUAGES : []).flatMap((lang) =>
    FEED_FORMS.map((form) => {
      const reader = readerFor(lang, site(), import.meta.env.BASE_URL);
      return {
        params: { lang, form },
        props: { form, text: feedOf(reader, status(), notes(), form, import.meta.env.SITE) },
      };
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ form: FeedForm; text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': FEED_TYPES[props.form] } });
