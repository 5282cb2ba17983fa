/// <reference types="astro/client" />
import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '../../core/language.ts';
import { notes, status } from '../../site/content.ts';
import { FEED_FORMS, FEED_TYPES, type FeedForm, feedOf } from '../../site/views/incidents/feed.ts';
import { readerFor } from '../../words/reader.ts';

export const getStaticPaths = (() =>
  LANGUAGES.flatMap((lang) =>
    FEED_FORMS.map((form) => {
      const reader = readerFor(lang, import.meta.env.BASE_URL);
      return {
        params: { lang, form },
        props: { form, text: feedOf(reader, status(), notes(), form, import.meta.env.SITE) },
      };
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ form: FeedForm; text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': FEED_TYPES[props.form] } });
