import { compareInstants, type Instant, type IsoInstant } from '../../core/instant.ts';
import { FORMS, formsOf } from '../../ledger/form.ts';
import { isDemo, type Publication } from '../../ledger/publication.ts';
import type { StatusPublication } from '../../status/status-publication.ts';
import type { Reader } from '../../words/reader.ts';
import { type Segment, timePiece } from './segment.ts';

/**
 * `run`: a page that changes with every snapshot; `checks`: with every run of the checks, and with every snapshot
 * too where it shows both. Else the last change of the page's own data, if it has any.
 */
export type Dated =
  | 'run'
  | { readonly checks: StatusPublication; readonly run?: true }
  | { readonly changed: Instant | IsoInstant | null }
  /** Pages of notes, or of reports: when what they say was posted last. */
  | { readonly posted: IsoInstant | null; readonly demo: boolean; readonly of?: 'notes' | 'reports' };

/** Where a page's figures come from and as of when: a paragraph for each source it shows. */
export function originsOf(reader: Reader, publication: Publication, dated: Dated): Segment[][] {
  if (typeof dated === 'object' && 'posted' in dated) return [postedOrigin(reader, dated)];
  // A site without a ledger has no source of one, which is not a source that is not there yet.
  const ledger = (of: Dated) =>
    reader.offers('transparency') ? [snapshotOrigin(reader, publication, of)] : [];
  if (typeof dated !== 'object' || !('checks' in dated)) return ledger(dated);
  const { checks, run = false } = dated;
  const source = checks.manifest?.demo === true ? 'demoChecks' : 'checks';
  const asked = joined(checkedLine(reader, checks), [reader.t(`footer.source.${source}`)]);
  return [asked, ...(run ? ledger('run') : [])];
}

function postedOrigin(
  reader: Reader,
  { posted, demo, of = 'notes' }: Extract<Dated, { posted: unknown }>,
): Segment[] {
  const time: readonly Segment[] =
    posted === null ? [] : reader.rich('footer.changed', { when: timePiece(reader, posted) });
  const invented = of === 'notes' ? 'demoNotes' : 'demo';
  return joined(time, [reader.t(`footer.source.${demo ? invented : of}`)]);
}

function snapshotOrigin(reader: Reader, publication: Publication, dated: Dated): Segment[] {
  const { manifest } = publication;
  const source = isDemo(publication) ? 'demo' : (manifest?.source.kind ?? 'none');
  return joined(
    timeLine(reader, publication, dated),
    [reader.t(`footer.source.${source}`)],
    // A permanent page does not change because the database did.
    dated === 'run' && manifest !== null ? [formText(reader, publication)] : [],
  );
}

/** Which of the known forms the database has: found out by the run that read it, and said. */
function formText({ t, format }: Reader, { manifest }: Publication): string {
  const form = manifest?.source.form ?? null;
  if (form === null) return t('form.unknown');
  if (typeof form === 'string') return t(`form.${form}`);
  const names = FORMS.map((one) =>
    format.list(
      Object.entries(formsOf(form))
        .filter(([, has]) => has === one)
        .map(([dataset]) => t(`dataset.${dataset as keyof typeof form}`)),
    ),
  );
  return t('form.mixed', { runbook: names[0] ?? '', field: names[1] ?? '' });
}

function timeLine(reader: Reader, { manifest }: Publication, dated: Dated): Segment[] {
  if (manifest === null) return [];
  if (dated === 'run') return taken(reader, manifest.observed_at, manifest.valid_until);
  const changed = 'changed' in dated ? dated.changed : null;
  return changed === null
    ? [reader.t('footer.unchanging')]
    : reader.rich('footer.changed', { when: timePiece(reader, changed) });
}

function checkedLine(reader: Reader, { systems }: StatusPublication): Segment[] {
  const [oldest] = systems
    .flatMap(({ observed_at, valid_until }) =>
      observed_at === null || valid_until === null ? [] : [{ observed_at, valid_until }],
    )
    .toSorted((a, b) => compareInstants(a.valid_until, b.valid_until));
  return oldest === undefined ? [] : taken(reader, oldest.observed_at, oldest.valid_until);
}

function taken(reader: Reader, from: IsoInstant, until: IsoInstant): Segment[] {
  return reader.rich('footer.taken', { when: timePiece(reader, from), until: timePiece(reader, until) });
}

/** Sentences one after the other. */
function joined(...sentences: readonly (readonly Segment[])[]): Segment[] {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
}
