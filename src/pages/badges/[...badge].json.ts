import type { APIRoute, GetStaticPaths } from 'astro';
import { site, status } from '../../site/content.ts';
import { badgeJson, badges } from '../../site/views/status/badge.ts';

export const getStaticPaths = (() =>
  badges(site(), status()).map((badge) => ({
    params: { badge: badge.component === null ? badge.system : `${badge.system}/${badge.component}` },
    props: { text: badgeJson(badge) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
