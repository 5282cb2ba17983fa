import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { type Answer, type Drill, isFine, REWRITES, type Rewrite, VERIFIERS } from '../log/drill.ts';
import { type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { column, type Table, tableOf } from './table.ts';
import type { Mark } from './verdict.ts';

/** A log that was forged on purpose, and what each verifier said of each copy. */
export interface DrillPage {
  readonly shell: Shell;
  readonly intro: readonly Segment[];
  readonly altered: string;
  readonly answers: Table;
}

const MARKS: Record<Answer['says'], Mark> = { yes: 'equal', no: 'unequal', untold: 'untold' };

export function drillPageOf(reader: Reader, publication: Publication, drill: Drill): DrillPage {
  const { t, rich, format } = reader;
  const { held, entries, index, kind, id, answers } = drill;
  const said = ({ says, code }: Answer) =>
    ({
      kind: 'verdict',
      mark: MARKS[says],
      text: isFine(code) ? t('drill.says.yes') : t(`drill.says.${says}`, { what: t(`logFault.${code}`) }),
    }) as const;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'drill' },
      title: t('drill.title'),
      description: t('drill.description'),
      dated: { changed: held },
    }),
    intro: rich('drill.intro', { when: timePiece(reader, held), n: format.count(entries) }),
    altered: t('drill.altered', { index: format.count(index), kind, id }),
    answers: tableOf<Rewrite>(
      [
        column('what', t('drill.what'), (rewrite) => t(`drill.rewrite.${rewrite}`)),
        ...VERIFIERS.map((verifier) =>
          column<Rewrite>(verifier, t(`drill.verifier.${verifier}`), (rewrite) =>
            said(answers[rewrite][verifier]),
          ),
        ),
      ],
      REWRITES,
    ),
  };
}
