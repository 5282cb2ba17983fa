import { daySchema, isoInstantSchema } from '../../../core/instant.ts';
import { toDecimal } from '../../../core/money.ts';
import { OUTCOMES } from '../../../core/outcome.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { EvidenceTerm, ReportItem } from '../../../reports/model/report.ts';
import { UNITS } from '../../../systems/gauge.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Fact } from '../incidents/checklist.ts';
import { foreignPiece, linkPiece, type Segment, timePiece } from '../segment.ts';
import { unitWord, withUnit } from '../status/unit.ts';

/** Evidence in the unit of the ledger's amounts, which the operator named. */
const AMOUNTS: readonly string[] = [
  'revenue',
  'revenue-7d',
  'revenue-7d-before',
  'revenue-7d-change',
  'revenue-30d',
  'distributed-7d',
  'distributed-7d-before',
  'distributed-7d-change',
  'distributed-30d',
  'expected',
  'difference',
  'tolerance',
] satisfies EvidenceTerm[];

/** What an item's result rests on, in the order in which it was kept. */
export function evidenceOf(reader: Reader, publication: Publication, { evidence, ms }: ReportItem): Fact[] {
  const { t, format } = reader;
  return [
    ...evidence.map(({ term, value }) => ({
      term: t(`report.term.${term}`),
      lines: [shownValue(reader, publication, term, value)],
    })),
    ...(ms === undefined
      ? []
      : [{ term: t('report.took'), lines: [[t('report.milliseconds', { n: format.count(ms) })]] }]),
  ];
}

/** A value as its reader writes it: times, numbers and hashes; any other text as it is. */
function shownValue(reader: Reader, publication: Publication, term: string, value: string): Segment[] {
  const { t, format } = reader;
  const outcome = OUTCOMES.find((one) => one === value);
  if (term === 'outcome' && outcome !== undefined) return [t(`outcome.${outcome}`)];
  if (term === 'batch') return [batchPiece(reader, publication, value)];
  const times = value.split(' – ');
  if (times.every((time) => isoInstantSchema.safeParse(time).success))
    return times.flatMap((time, index): Segment[] => [
      ...(index === 0 ? [] : [' – ']),
      timePiece(reader, time),
    ]);
  if (times.every((day) => daySchema.safeParse(day).success)) return [times.map(format.day).join(' – ')];
  if (/^[0-9a-f]{64}$/.test(value))
    return [{ kind: 'hash', hash: { short: value, whole: value, href: null } }];
  const [, sign, measured = '', unit] = /^([<>≤≥] )?(-?\d+(?:\.\d+)?) (\S+)$/.exec(value) ?? [];
  const known = UNITS.find((one) => one === unit);
  if (known !== undefined)
    return [`${sign ?? ''}${withUnit(format.decimal(measured), unitWord(reader, known))}`];
  const amounts = publication.manifest?.datasets.batches.unit;
  if (amounts != null && AMOUNTS.includes(term) && toDecimal(value) !== null)
    return [withUnit(format.decimal(value), amounts)];
  if (/^-?\d+$/.test(value)) return [format.count(value)];
  if (/^-?\d+\.\d+$/.test(value)) return [format.decimal(value)];
  return [foreignPiece(reader, value)];
}

/** The id of a batch, which leads to its page where it has one. */
export function batchPiece(reader: Reader, { rows }: Publication, id: string): Segment {
  if (!rows.batches.some((batch) => batch.id === id)) return foreignPiece(reader, id);
  return linkPiece(reader.paths.page(reader.language, { name: 'batch', id }), id);
}
