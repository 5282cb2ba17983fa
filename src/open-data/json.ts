import type { AnchorBook } from '../chain/anchor-book.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import type { Site } from '../core/site.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import { isDemo, type Publication } from '../ledger/publication.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import { bothTimes } from '../words/format.ts';
import type { OpenDataset } from '../words/paths.ts';
import { type Reader, readerFor } from '../words/reader.ts';
import { openState, sourcesOf } from './state.ts';
import { openTable } from './tables.ts';

/**
 * A dataset as JSON. A static file can not expire by itself, so it says in words, in both languages, at what
 * time it held. What has never been read is `null`, never an empty list.
 */
export function jsonOf(
  site: Site,
  publication: Publication,
  dataset: OpenDataset,
  anchors: AnchorBook,
): string {
  const state = openState(publication, dataset);
  const { columns, rows } = openTable(publication, dataset, anchors);
  const names = columns.map((column) => column.name);
  const document = {
    meta: {
      dataset,
      unit: state?.unit ?? null,
      ...(isDemo(publication) ? { demo: DEMO_NOTICE } : {}),
      state: inWords(site, publication, dataset),
      observed_at: state?.observed_at ?? null,
      valid_until: state?.valid_until ?? null,
    },
    data:
      state === undefined
        ? null
        : rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]))),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** "as of 21 Nov 2026, 21:05 WIB (14:05 UTC)" where these are the site's zones, and why it is no newer where that is so. */
function inWords(site: Site, publication: Publication, dataset: OpenDataset): Record<Language, string> {
  const sentence = (language: Language) => {
    const reader = readerFor(language, site);
    const { t, format } = reader;
    if (publication.manifest === null) return t('freshness.never');
    const troubles = sourcesOf(dataset).flatMap((name) => trouble(reader, publication, name) ?? []);
    const observed = openState(publication, dataset)?.observed_at;
    if (troubles.length > 0 || observed == null) return troubles.join(' ');
    return t('freshness.asOf', { when: bothTimes(format.time(observed)) });
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, sentence(language)])) as Record<
    Language,
    string
  >;
}

/** Why a dataset is older than the run, or not known; null when it is current. */
function trouble({ t, format }: Reader, publication: Publication, name: DatasetName): string | null {
  const state = publication.manifest?.datasets[name];
  if (state === undefined || state.state === 'current') return null;
  const dataset = t(`dataset.${name}`);
  const reason = state.reason === null ? null : t(`failure.${state.reason}`);
  if (state.observed_at === null) {
    return reason === null ? t('notice.absent', { dataset }) : t('notice.staleAbsent', { dataset, reason });
  }
  const when = bothTimes(format.time(state.observed_at));
  return t('notice.stale', { dataset, when, reason: reason ?? t('word.unknown') });
}
