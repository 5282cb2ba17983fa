import type { APIRoute, GetStaticPaths } from 'astro';
import { site, status } from '../../site/content.ts';
import { badges } from '../../site/views/status/badge.ts';
import { badgePicture } from '../../site/views/status/badge-picture.ts';

export const getStaticPaths = (() =>
  badges(site(), status()).map((badge) => ({
    params: { badge: badge.component === null ? badge.system : `${badge.system}/${badge.component}` },
    props: { text: badgePicture(badge) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
