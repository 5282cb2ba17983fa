import type { APIRoute, GetStaticPaths } from 'astro';
import { notes, publication, status } from '../../collections.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import { readerFor } from '../../i18n/reader.ts';
import { previewPng } from '../../og/cache.ts';
import type { PreviewImage } from '../../views/og/image.ts';
import { previewImages } from '../../views/og/images.ts';

export const getStaticPaths = (() =>
  LANGUAGES.flatMap((language) =>
    previewImages(readerFor(language), publication(), status(), notes()).map(({ address, image }) => ({
      params: { image: address },
      props: { image },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: PreviewImage }> = async ({ props, params }) =>
  new Response(Uint8Array.from(await previewPng(props.image, params.image ?? '')), {
    headers: { 'content-type': 'image/png' },
  });
