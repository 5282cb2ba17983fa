import type { Reader } from '../../words/reader.ts';
import type { SignedEntry } from '../content/proofs.ts';
import type { QrImage } from '../qr-image.ts';
import { type Link, type Segment, timePiece } from './segment.ts';

/** What a batch, an update or a report has in the log, and the ways to its proof. */
export interface InLog {
  readonly sentences: readonly Segment[][];
  readonly links: readonly Link[];
  /** How its proof is verified without a browser. */
  readonly command: string;
  /** The whole proof as a picture to print; null where there is none. */
  readonly code: QrImage | null;
}

/** `name` is what a browser calls the file; `site` where the site stands on the web. Null where nothing is signed. */
export function inLogOf(
  reader: Reader,
  signed: readonly SignedEntry[],
  { name, site, code = null }: { readonly name: string; readonly site: URL; readonly code?: QrImage | null },
): InLog | null {
  const { t, rich, format, paths, language, offers } = reader;
  const [first] = signed;
  if (first === undefined) return null;
  const index = String(first.index);
  const later = signed.length - 1;
  const bundle = paths.proofBundle(index);
  const address = (path: string) => new URL(path, site).href;
  return {
    sentences: [
      rich('inLog.entered', { index: format.count(index), when: timePiece(reader, first.time) }),
      ...(later === 0 ? [] : [[t('inLog.later', { count: later, n: format.count(later) })]]),
    ],
    links: [
      ...(offers('transparency')
        ? [{ href: `${paths.page(language, { name: 'verify' })}#proof=${index}`, text: t('inLog.here') }]
        : []),
      { href: bundle, text: t('inLog.bundle'), download: `${name}.json` },
    ],
    command: [
      `curl -fsSO ${address(paths.verifyScript)} -fsSO ${address(paths.policy)} -fsSo proof.json ${address(bundle)}`,
      'sh verify.sh proof.json policy',
    ].join('\n'),
    code,
  };
}
