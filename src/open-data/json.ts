import type { AnchorBook } from '../chain/anchor-book.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import { isDemo, type Publication } from '../ledger/publication.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import type { OpenDataset } from '../words/paths.ts';
import { readerFor } from '../words/reader.ts';
import { openState, sourcesOf } from './state.ts';
import { openTable } from './tables.ts';

/**
 * A dataset as JSON. A static file can not expire by itself, so it says in words, in both languages, at what
 * time it held. What has never been read is `null`, never an empty list.
 */
export function jsonOf(publication: Publication, dataset: OpenDataset, anchors: AnchorBook): string {
  const state = openState(publication, dataset);
  const { columns, rows } = openTable(publication, dataset, anchors);
  const names = columns.map((column) => column.name);
  const document = {
    meta: {
      dataset,
      unit: state?.unit ?? null,
      ...(isDemo(publication) ? { demo: DEMO_NOTICE } : {}),
      state: inWords(publication, dataset),
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

/** "as of 21 Nov 2026, 21:05 WIB (14:05 UTC)", and why it is no newer where that is so. */
function inWords(publication: Publication, dataset: OpenDataset): Record<Language, string> {
  const sentence = (language: Language) => {
    const { t, format } = readerFor(language);
    if (publication.manifest === null) return t('freshness.never');
    const troubles = sourcesOf(dataset).flatMap((name) => trouble(publication, name, language) ?? []);
    const observed = openState(publication, dataset)?.observed_at;
    if (troubles.length > 0 || observed == null) return troubles.join(' ');
    const { wib, utc } = format.time(observed);
    return t('freshness.asOf', { when: `${wib} (${utc})` });
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, sentence(language)])) as Record<
    Language,
    string
  >;
}

/** Why a dataset is older than the run, or not known; null when it is current. */
function trouble(publication: Publication, name: DatasetName, language: Language): string | null {
  const state = publication.manifest?.datasets[name];
  if (state === undefined || state.state === 'current') return null;
  const { t, format } = readerFor(language);
  const dataset = t(`dataset.${name}`);
  const reason = state.reason === null ? null : t(`failure.${state.reason}`);
  if (state.observed_at === null) {
    return reason === null ? t('notice.absent', { dataset }) : t('notice.staleAbsent', { dataset, reason });
  }
  const { wib, utc } = format.time(state.observed_at);
  return t('notice.stale', { dataset, when: `${wib} (${utc})`, reason: reason ?? t('word.unknown') });
}
