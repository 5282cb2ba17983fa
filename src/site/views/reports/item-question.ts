import type { RoutineItem } from '../../../reports/model/routine.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Check } from '../../../systems/check/check.ts';
import type { Limit } from '../../../systems/gauge.ts';
import type { Reader } from '../../../words/reader.ts';
import { linkPiece, type Segment } from '../segment.ts';
import { limitText } from '../status/gauge-rows.ts';
import { unitWord } from '../status/unit.ts';

/** What an item asks, what its answer is held against, and where the check stands; each a line of its own. */
export function questionOf(
  reader: Reader,
  status: StatusPublication,
  system: string,
  item: RoutineItem,
): (readonly Segment[])[] {
  const { t } = reader;
  if ('manual' in item) return [];
  if ('check' in item) return checkLines(reader, status, system, item.check);
  if ('computed' in item) return [[t('routine.computation', { name: item.computed })]];
  if ('dataset' in item)
    return [[t('routine.without', { flags: item.without.map((flag) => t(`finding.${flag}`)).join('; ') })]];
  const { answer, passes_when } = item.query;
  if (answer !== 'value') return [[t(`routine.answer.${answer}`)]];
  return passes_when === undefined ? [] : [[t('routine.passesWhen', { limit: said(reader, passes_when) })]];
}

/** Nothing where the system has no such check any more: the reports stay. */
function checkLines(
  reader: Reader,
  { systems }: StatusPublication,
  system: string,
  id: string,
): (readonly Segment[])[] {
  const { t, paths, language } = reader;
  const check = systems.find((now) => now.system.id === system)?.system.checks.find((one) => one.id === id);
  if (check === undefined) return [];
  const href = `${paths.page(language, { name: 'system', id: system })}#${check.component}`;
  return [
    [t('routine.asks', { question: check.asks[language] })],
    ...limitLines(reader, check),
    reader.rich('routine.toCheck', { check: linkPiece(href, check.name[language]) }),
  ];
}

function limitLines(reader: Reader, { gauge }: Check): Segment[][] {
  if (gauge === undefined) return [];
  const { t } = reader;
  const unit = unitWord(reader, gauge.unit);
  return [
    ...(gauge.target === undefined
      ? []
      : [[t('routine.target', { limit: said(reader, gauge.target, unit) })]]),
    ...(gauge.down_when === undefined
      ? []
      : [[t('routine.downWhen', { limit: said(reader, gauge.down_when, unit) })]]),
  ];
}

function said(reader: Reader, limit: Limit, unit = ''): string {
  return limitText(reader, limit, unit);
}
