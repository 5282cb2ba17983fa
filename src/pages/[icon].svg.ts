import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../site/content.ts';

export const getStaticPaths = (() => {
  const { favicon } = site();
  return favicon === null ? [] : [{ params: { icon: 'favicon' }, props: { text: favicon } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
