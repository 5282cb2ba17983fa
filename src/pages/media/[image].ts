import type { APIRoute, GetStaticPaths } from 'astro';
import { noteImages } from '../../site/content.ts';

export const getStaticPaths = (() =>
  noteImages().map(({ name }) => ({ params: { image: name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const image = noteImages().find(({ name }) => name === params.image);
  if (image === undefined) return new Response(null, { status: 404 });
  return new Response(image.bytes(), { headers: { 'content-type': `image/${image.type}` } });
};
