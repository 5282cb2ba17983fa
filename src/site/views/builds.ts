import { timeOf } from '../../build/instant.ts';
import { type Built, LIST_FILE, STATEMENT_FILE } from '../../build/statement.ts';
import type { Reader } from '../../words/reader.ts';
import type { BuildPublication } from '../content/built-from.ts';
import { linkPiece, type Segment, timePiece } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** What a site was built from, and how anyone builds it again. */
export interface BuildsSection {
  readonly from: readonly Segment[];
  /** Null where nobody else can build it. */
  readonly command: string | null;
  readonly list: readonly Segment[];
  /** Those that were entered into the log; null where there are none. */
  readonly entered: Table | null;
}

/** `site` is where the site stands on the web, for commands that are pasted elsewhere. */
export function buildsOf(
  reader: Reader,
  { source, at, entered }: BuildPublication,
  site: URL,
): BuildsSection {
  const { t, rich, paths } = reader;
  const fileOf = (file: string) => linkPiece(paths.log(file.replace(/^log\//, '')), file);
  const list: readonly Segment[] = rich('builds.list', {
    list: fileOf(LIST_FILE),
    statement: fileOf(STATEMENT_FILE),
  });
  const table = entered.length === 0 ? null : enteredTable(reader, entered);
  if (source === null) return { from: [t('builds.not.known')], command: null, list, entered: table };
  if (source.commit === null)
    return { from: [t(`builds.not.${source.because}`)], command: null, list, entered: table };
  return {
    from: rich('builds.from', { commit: source.commit, when: timePiece(reader, at) }),
    command: `npm run verify -- ${new URL(paths.root, site).href} --rebuild`,
    list,
    entered: table,
  };
}

function enteredTable(reader: Reader, entered: readonly Built[]): Table {
  const { t, format } = reader;
  const code = (text: string) => ({ kind: 'code', text }) as const;
  return tableOf<Built>(
    [
      column('at', t('builds.at'), ({ epoch }) => timePiece(reader, timeOf(epoch))),
      column('commit', t('builds.commit'), ({ source }) => code(source.commit), { class: 'small' }),
      figure('files', t('builds.files'), ({ files }) => format.count(files.count)),
      column('hash', t('builds.hash'), ({ files }) => code(files.sha256), { class: 'small' }),
      column('verifier', t('builds.verifier'), ({ verifiers }) => code(verifiers['verify.mjs'] ?? '–'), {
        class: 'small',
      }),
    ],
    entered,
  );
}
