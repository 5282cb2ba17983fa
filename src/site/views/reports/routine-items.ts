import { durationSeconds } from '../../../core/instant.ts';
import type { PublicRoutine } from '../../../reports/model/reports-publication.ts';
import type { RoutineItem } from '../../../reports/model/routine.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { spanOf } from '../incidents/span.ts';
import { type CellPiece, column, setPiece, type Table, tableOf } from '../table.ts';
import { questionOf } from './item-question.ts';
import { roleWord } from './role-word.ts';

/** What a routine consists of: lines of the runbook's checklist, and who or what answers each. */
export function itemTable(
  reader: Reader,
  status: StatusPublication,
  { system, routine, queries = {} }: PublicRoutine,
): Table {
  const { t, language } = reader;
  return tableOf<RoutineItem>(
    [
      column('item', t('routine.item'), ({ name }) => name[language]),
      // Below it the runbook's words for what only a person can do; what it asks, and the SQL of that.
      column(
        'how',
        t('routine.how'),
        (item) => [
          setPiece('quiet', howOf(reader, item)),
          ...('manual' in item ? [setPiece('paragraph', item.manual.words[language])] : []),
          ...questionOf(reader, status, system, item).map((line) => setPiece('small-paragraph', ...line)),
          ...queryOf(reader, item, queries[item.id]),
        ],
        { phone: 'bare' },
      ),
    ],
    routine.items,
  );
}

function queryOf({ t, language }: Reader, item: RoutineItem, text: string | undefined): CellPiece[] {
  return text === undefined
    ? []
    : [{ kind: 'query', label: t('routine.queryOf', { item: item.name[language] }), text }];
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
