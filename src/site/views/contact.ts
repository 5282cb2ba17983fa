import type { Reader } from '../../words/reader.ts';
import { linkPiece, type Segment } from './segment.ts';

/** The ways to whoever answers for the site, as far as there are any: the contact, and the repository. */
export function contactLinks({ t, site }: Reader): Segment[] {
  return [
    ...(site.contact === undefined ? [] : [linkPiece(site.contact, t('site.contact'))]),
    ...(site.source === undefined ? [] : [linkPiece(site.source, t('site.source'))]),
  ];
}
