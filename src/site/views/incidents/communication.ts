import { cadenceKept, firstNotes, median, untoldNotes } from '../../../incidents/model/communication.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import { type Outage, outageSeconds, outagesOf, unknownDays } from '../../../incidents/model/outage.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { STATUS_DAYS } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import { linkPiece, type Segment } from '../segment.ts';
import { capital, type StateShape } from '../status/state-mark.ts';
import { column, figure, type Table, tableOf } from '../table.ts';
import { nowOf } from './incident-rows.ts';
import { spanOf } from './span.ts';

/** How well the public was told, computed from the record: three objectives, and the list behind the last one. */
export interface Communication {
  readonly table: Table;
  readonly remarks: readonly string[];
  /** How each is computed. */
  readonly formulas: readonly string[];
  readonly data: Segment;
  readonly outages: Table | null;
}

interface Objective {
  readonly name: string;
  readonly shape: StateShape | null;
  readonly value: string;
  readonly target: string;
}

/** How many days back outages are held against incidents. */
const DAYS = 90;

export function communicationOf(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
): Communication {
  const { t, format, paths } = reader;
  const outages = outagesOf(status, notes, DAYS);
  const unknown = unknownDays(status, DAYS);
  const untold = untoldNotes(notes.incidents).length;
  const said = (count: number) => ({ count, n: format.count(count) });
  const [first] = status.systems;
  return {
    table: tableOf<Objective>(
      [
        column('objective', t('communication.objective'), ({ name }) => name),
        column('value', t('communication.value'), ({ shape, value }) =>
          shape === null ? value : { kind: 'shape', shape, text: [value] },
        ),
        column('target', t('communication.target'), ({ target }) => target),
      ],
      [firstRow(reader, notes), cadenceRow(reader, status, notes), documentedRow(reader, status, outages)],
    ),
    remarks: [
      ...(unknown === 0 ? [] : [t('communication.unknownDays', said(unknown))]),
      ...(untold === 0 ? [] : [t('communication.untold', said(untold))]),
    ].map(capital),
    formulas: [
      t('communication.formula.first'),
      t('communication.formula.cadence'),
      ...(first === undefined
        ? []
        : [
            t('communication.formula.documented', {
              minutes: format.count(Math.ceil(outageSeconds(first.system) / 60)),
              n: format.count(first.system.damping.down_after),
            }),
          ]),
    ],
    data: linkPiece(paths.data(STATUS_DAYS, 'json'), `${t('dataset.status-days')}, JSON`),
    outages: outages.length === 0 ? null : outageTable(reader, outages),
  };
}

function firstRow(reader: Reader, { incidents }: NotesPublication): Objective {
  const { t, format } = reader;
  const waits = firstNotes(incidents);
  const [middle, longest] = [median(waits), waits.at(-1)];
  return {
    name: t('communication.first'),
    shape: middle === null ? 'unknown' : null,
    value: capital(
      middle === null || longest === undefined
        ? t(untoldNotes(incidents).length === 0 ? 'communication.noNote' : 'communication.noneTold')
        : t('communication.first.value', {
            median: spanOf(reader, middle),
            longest: spanOf(reader, longest),
            n: format.count(waits.length),
          }),
    ),
    target: t('communication.noTarget'),
  };
}

function cadenceRow(reader: Reader, status: StatusPublication, notes: NotesPublication): Objective {
  const { kept, due } = cadenceKept(notes.incidents, nowOf(status, notes));
  return shareRow(reader, 'communication.cadence', kept, due, 'communication.noneAnnounced');
}

function documentedRow(
  reader: Reader,
  { manifest }: StatusPublication,
  outages: readonly Outage[],
): Objective {
  const name = 'communication.documented';
  if (manifest === null) return shareRow(reader, name, 0, 0, 'communication.noChecks');
  if (outages.length === 0) {
    const value = capital(reader.t('communication.noOutage', { days: reader.format.count(DAYS) }));
    return { name: reader.t(name), shape: null, value, target: reader.t('communication.all') };
  }
  const documented = outages.filter(({ incidents }) => incidents.length > 0).length;
  return shareRow(reader, name, documented, outages.length, 'communication.noChecks');
}

function shareRow(
  { t, format }: Reader,
  name: 'communication.cadence' | 'communication.documented',
  part: number,
  total: number,
  none: 'communication.noneAnnounced' | 'communication.noChecks',
): Objective {
  const row = { name: t(name), target: t('communication.all') };
  if (total === 0) return { ...row, shape: 'unknown', value: capital(t(none)) };
  const share = format.percent(String(Math.floor((part * 100) / total)));
  const value = t('communication.kept', { share, n: format.count(part), total: format.count(total) });
  return { ...row, shape: part === total ? 'up' : 'down', value };
}

function outageTable(reader: Reader, outages: readonly Outage[]): Table {
  const { t, format, language, paths } = reader;
  return tableOf<Outage>(
    [
      column('days', t('communication.days'), ({ from, to }) =>
        from === to ? format.day(from) : t('bars.range', { from: format.day(from), to: format.day(to) }),
      ),
      column('component', t('communication.component'), ({ system, component }) => {
        const name = system.components.find(({ id }) => id === component)?.name[language] ?? component;
        return `${system.name[language]}: ${name}`;
      }),
      figure('minutes', t('communication.minutes'), ({ down }) => format.count(Math.ceil(down / 60))),
      column('by', t('communication.by'), ({ incidents }) => {
        const links = incidents.flatMap((note, index): Segment[] => [
          ...(index === 0 ? [] : [', ']),
          linkPiece(paths.page(language, { name: 'incident', slug: note.slug }), note.title[language]),
        ]);
        return links.length === 0
          ? { kind: 'flag', shape: 'down', text: [capital(t('communication.not'))] }
          : { kind: 'flag', shape: null, text: links };
      }),
    ],
    outages,
  );
}
