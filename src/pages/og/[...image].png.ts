import type { APIRoute, GetStaticPaths } from 'astro';
import { LANGUAGES } from '../../core/language.ts';
import { notes, publication, site, status } from '../../site/content.ts';
import { previewPng } from '../../site/og/cache.ts';
import type { PreviewImage } from '../../site/views/og/image.ts';
import { previewImages } from '../../site/views/og/images.ts';
import { readerFor } from '../../words/reader.ts';

export const getStaticPaths = (() =>
  LANGUAGES.flatMap((language) =>
    previewImages(readerFor(language, site()), publication(), status(), notes()).map(
      ({ address, image }) => ({
        params: { image: address },
        props: { image },
      }),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: PreviewImage }> = async ({ props, params }) =>
  new Response(Uint8Array.from(await previewPng(props.image, params.image ?? '')), {
    headers: { 'content-type': 'image/png' },
  });
