import { durationSeconds } from '../../../core/instant.ts';
import type { PublicRoutine } from '../../../reports/model/reports-publication.ts';
import type { RoutineItem } from '../../../reports/model/routine.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { spanOf } from '../incidents/span.ts';
import type { Segment } from '../segment.ts';
import { questionOf } from './item-question.ts';
import { roleWord } from './role-word.ts';

/** What a routine consists of: a line of the runbook's checklist, and who or what answers it. */
export interface ItemLine {
  readonly name: string;
  readonly how: string;
  /** The runbook's words, for what only a person can do. */
  readonly words: string | null;
  /** What it asks, what the answer is held against, and where its check stands. */
  readonly question: readonly (readonly Segment[])[];
  /** The SQL that it asks; null where it asks none. */
  readonly query: { readonly label: string; readonly text: string } | null;
}

export function itemLines(
  reader: Reader,
  status: StatusPublication,
  { system, routine, queries = {} }: PublicRoutine,
): ItemLine[] {
  return routine.items.map((item) => ({
    name: item.name[reader.language],
    how: howOf(reader, item),
    words: 'manual' in item ? item.manual.words[reader.language] : null,
    question: questionOf(reader, status, system, item),
    query: queryOf(reader, item, queries[item.id]),
  }));
}

function queryOf({ t, language }: Reader, item: RoutineItem, text: string | undefined): ItemLine['query'] {
  return text === undefined ? null : { label: t('routine.queryOf', { item: item.name[language] }), text };
}

function howOf(reader: Reader, item: RoutineItem): string {
  const { t } = reader;
  if ('manual' in item) return t('routine.by.manual', { role: roleWord(reader, item.manual.role) });
  if ('dataset' in item) return t('routine.by.dataset', { dataset: t(`dataset.${item.dataset}`) });
  if ('query' in item) return t('routine.by.query');
  if ('computed' in item) return t('routine.by.computed');
  if (item.over === undefined) return t('routine.by.check');
  return t('routine.by.over', { length: spanOf(reader, durationSeconds(item.over)) });
}
