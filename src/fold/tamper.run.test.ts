import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeArchive } from '../archive/make.ts';
import { dropSamples } from '../archive/prune.ts';
import { canonicalJson, type Json } from '../core/canonical.ts';
import { addDuration } from '../core/instant.ts';
import { ACCEPTED, NOTES, NOTES_RECORD, NOTES_WORDS } from '../incidents/model/notes-folder.ts';
import { withoutText } from '../incidents/model/taken-down-note.ts';
import { datasetSeries, RECORD, snapshotFolder, WORDS } from '../ledger/snapshot-folder.ts';
import { REPORTS, REPORTS_FOLDER, SIGN_OFFS } from '../reports/model/reports-folder.ts';
import { CLOSED, DAYS, DEFINITIONS, SAMPLES, STATUS } from '../status/status-folder.ts';
import type { FoldFault } from '../store/fold.ts';
import { entryTexts, readHead } from '../store/log.ts';
import { KEYS } from '../store/log-keys.ts';
import { firstOtherEntry, logThen } from '../store/log-since.ts';
import { writeMonth } from '../store/month-files.ts';
import { newKey, rotation } from '../testing/keyed-log.ts';
import { NOTED_CONTENT } from '../testing/noted-repository.ts';
import { publishEverything } from '../testing/published-content.ts';
import { createRepository } from '../testing/repository.ts';
import { SITE } from '../testing/site.ts';
import { rewriteHead, rewriteLines, rewriteManifest, rewriteRawDay } from '../testing/tampering.ts';
import { enterContent } from './enter.ts';
import { foldFaults } from './faults.ts';

const NOW = '2026-03-01T00:00:00Z';
const [KEY, NEXT, THIEF] = await Promise.all([newKey(), newKey(), newKey()]);
const TPC = snapshotFolder('tpc');

/** Where everything was published once, and entered by the runs that did. */
let honest = '';
beforeAll(async () => {
  honest = await mkdtemp(path.join(tmpdir(), 'terang-honest-'));
});
afterAll(() => rm(honest, { recursive: true, force: true }));

let made: Promise<void> | undefined;
async function copied(): Promise<string> {
  made ??= (async () => {
    const clone = await createRepository(NOTED_CONTENT);
    await publishEverything(clone);
    await makeArchive(clone.contentRoot, SITE, '2026-01', '2026-02-03T12:00:00Z');
    const keys = await Promise.all([rotation(KEY, NEXT), rotation(NEXT, KEY)]);
    const month = { demo: false, keys: keys.map((note) => ({ note })) };
    await writeMonth(clone.contentRoot, KEYS, '2026-02', month, '2026-02-03T23:00:00Z');
    await enterContent(clone.contentRoot, '2026-02-04T00:00:00Z');
    await cp(clone.contentRoot, honest, { recursive: true });
  })();
  await made;
  const root = await mkdtemp(path.join(tmpdir(), 'terang-tampered-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(honest, root, { recursive: true });
  return root;
}

type Line = Record<string, unknown>;
const first = (change: (line: Line) => object) => (lines: Record<string, unknown>[]) =>
  lines.map((line, at) => (at === 0 ? { ...line, ...change(line) } : line));
const withoutFirst = (lines: Record<string, unknown>[]) => lines.slice(1);
const of = (dataset: string, change: (line: Line) => object) => (lines: Record<string, unknown>[]) => {
  const at = lines.findIndex((line) => line.dataset === dataset);
  return lines.map((line, index) => (index === at ? { ...line, ...change(line) } : line));
};
const archived = (root: string, file: string) => path.join(root, 'generated', 'archive', '2026-01', file);
const datedBack = (root: string) =>
  rewriteManifest(root, 'status', (text) =>
    text.replace(/"observed_at":"[^"]*"/, '"observed_at":"2026-01-30T23:50:00Z"'),
  );
const year2099 = (text: string) => text.replaceAll(/"observed_at":"20\d\d/g, '"observed_at":"2099');

type States = Record<string, Line>;
/** Rewrites what the manifest of the snapshots says of its datasets. */
const states = (root: string, change: (states: States) => States) =>
  rewriteManifest(root, 'tpc', (text) => {
    const manifest = JSON.parse(text) as { datasets: States };
    return `${canonicalJson({ ...manifest, datasets: change(manifest.datasets) } as unknown as Json)}\n`;
  });
const state = (root: string, name: string, change: (state: Line) => object) =>
  states(root, (all) => ({ ...all, [name]: { ...all[name], ...change(all[name] as Line) } }));
/** Makes all content of another world, as far as it says which it is; with the head of the log or without. */
async function becoming(root: string, demo: boolean, head: 'head' | 'entries'): Promise<void> {
  const generated = path.join(root, 'generated');
  const all = await readdir(generated, { recursive: true });
  const own = all.filter((name) => /(manifest|\d{4}-\d{2})\.json$/.test(name));
  for (const file of own) {
    const text = await readFile(path.join(generated, file), 'utf8');
    await writeFile(path.join(generated, file), text.replace(/("demo": ?)(true|false)/, `$1${demo}`));
  }
  if (head === 'head') await rewriteHead(root, () => ({ demo }));
}
const twice = (lines: Line[]) => [...lines, ...lines.slice(0, 1)];

interface Tampering {
  readonly says: string;
  readonly with: (root: string) => Promise<unknown>;
  /** What is named, whether or not the rewritten manifest was entered as one more run. */
  readonly named: Pick<FoldFault, 'fault' | 'folder'>;
  /** Where nothing but the hash of the manifest tells: then one more run makes it a statement of that run. */
  readonly byRunAlone?: true;
  /** What is named once an honest run has entered what it found, where that is something else. */
  readonly entered?: Pick<FoldFault, 'fault' | 'folder'>;
}

const KINDS: readonly Tampering[] = [
  {
    says: 'a batch figure, its row alone',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('batches'),
        first(() => ({ revenue_sum: '9.000000' })),
      ),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'a batch figure with its first value in the record',
    with: async (root) => {
      await rewriteLines(
        root,
        TPC,
        datasetSeries('batches'),
        first(() => ({ revenue_sum: '9.000000' })),
      );
      await rewriteLines(
        root,
        TPC,
        RECORD,
        first(({ value }) => ({ value: { ...(value as object), revenue_sum: '9.000000' } })),
      );
    },
    named: { fault: 'altered', folder: 'tpc' },
  },
  {
    says: 'a batch figure and its hash',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('batches'),
        first(() => ({ revenue_sum: '9.000000', public_hash: 'a'.repeat(64) })),
      ),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'a batch that is gone',
    with: (root) => rewriteLines(root, TPC, datasetSeries('batches'), withoutFirst),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'the record emptied',
    with: (root) => rewriteLines(root, TPC, RECORD, () => []),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'entries of the record swapped',
    with: (root) => rewriteLines(root, TPC, RECORD, (lines) => lines.toReversed()),
    named: { fault: 'order', folder: 'tpc' },
  },
  {
    says: 'an entry of the record backdated',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        RECORD,
        first(() => ({ seen_at: '2025-01-01T00:00:00Z' })),
      ),
    named: { fault: 'altered', folder: 'tpc' },
  },
  {
    says: 'an entry of the record that nobody entered',
    with: (root) =>
      rewriteLines(root, TPC, RECORD, (lines) => [
        { ...lines[0], id: '20000000-0000-4000-8000-00000000000f' },
        ...lines,
      ]),
    named: { fault: 'not-entered', folder: 'tpc' },
  },
  {
    says: 'a dataset’s rows deleted',
    with: (root) => rewriteLines(root, TPC, datasetSeries('changelog'), () => []),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'an entry of the changelog reworded, with its sealed words',
    with: async (root) => {
      await rewriteLines(
        root,
        TPC,
        datasetSeries('changelog'),
        first(() => ({ reason: 'Never announced.' })),
      );
      await rewriteLines(root, TPC, WORDS, (lines) =>
        lines.map((line) => (line.text === 'As announced.' ? { ...line, text: 'Never announced.' } : line)),
      );
    },
    named: { fault: 'words', folder: 'tpc' },
  },
  {
    says: 'sealed words that are gone',
    with: (root) => rewriteLines(root, TPC, WORDS, () => []),
    named: { fault: 'words', folder: 'tpc' },
  },
  {
    says: 'sealed words whose text is gone, as if it had been taken down',
    with: (root) =>
      rewriteLines(root, TPC, WORDS, (lines) => lines.map(({ digest, salt }) => ({ digest, salt }))),
    named: { fault: 'takedown', folder: 'tpc' },
  },
  {
    says: 'words of a note whose text is gone, as if it had been taken down',
    with: (root) =>
      rewriteLines(root, NOTES, NOTES_WORDS, (lines) => lines.map(({ digest, salt }) => ({ digest, salt }))),
    named: { fault: 'takedown', folder: 'notes' },
  },
  {
    says: 'the text of an update gone from the note and from beside the record, as if it had been taken down',
    with: async (root) => {
      await rewriteLines(root, NOTES, ACCEPTED, (lines) =>
        lines.map((line) => withoutText(line as never, 1) as never),
      );
      await rewriteLines(root, NOTES, NOTES_WORDS, (lines) =>
        lines.map(({ digest, salt }) => ({ digest, salt })),
      );
    },
    named: { fault: 'takedown', folder: 'notes' },
  },
  {
    says: 'the text of an update gone from the note alone',
    with: (root) =>
      rewriteLines(root, NOTES, ACCEPTED, (lines) =>
        lines.map((line) => withoutText(line as never, 1) as never),
      ),
    named: { fault: 'row', folder: 'notes' },
  },
  {
    says: 'a wallet exchanged',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('wallets'),
        first(() => ({ address: '9xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU' })),
      ),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'the split',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('split'),
        first(() => ({ referral: '35', treasury: '50' })),
      ),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'a daily figure',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('daily'),
        first(() => ({ revenue: '1.000000' })),
      ),
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'totals',
    with: (root) =>
      rewriteLines(
        root,
        TPC,
        datasetSeries('metrics'),
        first(() => ({ total_revenue: '1.000000' })),
      ),
    named: { fault: 'altered', folder: 'tpc' },
    byRunAlone: true,
  },
  {
    says: 'a unit of amounts',
    with: (root) =>
      rewriteManifest(root, 'tpc', (text) =>
        text.replace('"unit":', '"unit":"IDR","was":').replace(/"was":[^,}]*,?/, ''),
      ),
    named: { fault: 'altered', folder: 'tpc' },
    byRunAlone: true,
  },
  {
    says: 'times of a manifest in 2099',
    with: (root) => rewriteManifest(root, 'tpc', year2099),
    named: { fault: 'ahead', folder: 'tpc' },
  },
  {
    says: 'times of the checks in 2099',
    with: (root) => rewriteManifest(root, 'status', year2099),
    named: { fault: 'ahead', folder: 'status' },
  },
  {
    says: 'that checks were offline',
    with: (root) =>
      rewriteManifest(root, 'status', (text) => text.replace('"offline":false', '"offline":true')),
    named: { fault: 'altered', folder: 'status' },
    byRunAlone: true,
  },
  {
    says: 'real checks that become a demo',
    with: (root) => rewriteManifest(root, 'status', (text) => text.replace('"demo":false', '"demo":true')),
    named: { fault: 'world', folder: 'status' },
  },
  {
    says: 'everything real that becomes a demo',
    with: (root) => becoming(root, true, 'head'),
    named: { fault: 'world', folder: 'tpc' },
  },
  {
    says: 'the head of the log, that of a demo',
    with: (root) => rewriteHead(root, () => ({ demo: true })),
    named: { fault: 'world', folder: 'log' },
  },
  {
    says: 'a day made green',
    with: (root) =>
      rewriteLines(
        root,
        STATUS,
        DAYS,
        first(() => ({ up: 86_400, unknown: 0 })),
      ),
    named: { fault: 'day', folder: 'status' },
  },
  {
    says: 'all figures of a system on a day',
    with: (root) =>
      rewriteLines(root, STATUS, DAYS, (lines) => lines.filter(({ day }) => day !== '2026-01-31')),
    named: { fault: 'day', folder: 'status' },
  },
  {
    says: 'a run invented behind those of a day that is over, with a clock that was set back',
    with: (root) =>
      rewriteRawDay(root, '2026-01-31', (lines) => [
        ...lines,
        { ...lines.at(-1), at: '2026-01-31T06:07:08Z', clock: 'set-back' },
      ]),
    named: { fault: 'order', folder: 'status' },
  },
  {
    says: 'a sample taken out of a day that is over, and the day made anew',
    with: (root) => rewriteRawDay(root, '2026-01-31', withoutFirst),
    named: { fault: 'gone', folder: 'status' },
  },
  {
    says: 'a sample of a day that is over, and the day made anew',
    with: (root) =>
      rewriteRawDay(
        root,
        '2026-01-31',
        first(() => ({ at: '2026-01-31T00:00:05Z' })),
      ),
    named: { fault: 'gone', folder: 'status' },
  },
  {
    says: 'figures of a day whose samples moved into the archive',
    with: async (root) => {
      await dropSamples(root, '2026-01');
      expect(foldFaults(root, NOW)).toEqual([]);
      await rewriteLines(
        root,
        STATUS,
        DAYS,
        first(() => ({ up: 86_400, unknown: 0 })),
      );
    },
    named: { fault: 'day', folder: 'status' },
  },
  {
    says: 'a day made green, and checks that were last asked before it',
    with: async (root) => {
      await rewriteLines(root, STATUS, DAYS, (lines) =>
        lines.map((line) => ({ ...line, up: 86_400, unknown: 0 })),
      );
      await datedBack(root);
    },
    named: { fault: 'day', folder: 'status' },
  },
  {
    says: 'when checks were asked last, set back',
    with: (root) => datedBack(root),
    named: { fault: 'behind', folder: 'status' },
  },
  {
    says: 'a raw day that is over, with the list that names it',
    with: (root) =>
      rewriteLines(
        root,
        STATUS,
        CLOSED,
        first(() => ({ sha256: 'b'.repeat(64) })),
      ),
    named: { fault: 'damaged', folder: 'status' },
  },
  {
    says: 'the list of raw days shortened',
    with: (root) => rewriteLines(root, STATUS, CLOSED, withoutFirst),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'definitions of checks softened',
    with: (root) =>
      rewriteLines(
        root,
        STATUS,
        DEFINITIONS,
        first(() => ({ every: 86_400 })),
      ),
    named: { fault: 'altered', folder: 'status' },
  },
  {
    says: 'a run of the present day',
    with: (root) =>
      rewriteLines(
        root,
        STATUS,
        SAMPLES,
        first(() => ({ systems: {} })),
      ),
    named: { fault: 'altered', folder: 'status' },
    byRunAlone: true,
  },
  {
    says: 'an accepted note reworded',
    with: (root) =>
      rewriteLines(
        root,
        NOTES,
        ACCEPTED,
        first(({ text }) => ({ text: String(text).replace('severity: critical', 'severity: low') })),
      ),
    named: { fault: 'row', folder: 'notes' },
  },
  {
    says: 'an accepted note that is gone',
    with: (root) => rewriteLines(root, NOTES, ACCEPTED, () => []),
    named: { fault: 'row', folder: 'notes' },
  },
  {
    says: 'a note posted at another time',
    with: (root) =>
      rewriteLines(
        root,
        NOTES,
        NOTES_RECORD,
        first(() => ({ seen_at: '2026-01-05T09:13:00Z' })),
      ),
    named: { fault: 'altered', folder: 'notes' },
  },
  {
    says: 'an update that is gone from the record',
    with: (root) => rewriteLines(root, NOTES, NOTES_RECORD, (lines) => lines.slice(0, 1)),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'the first value of a note, taken out of the record',
    with: (root) =>
      rewriteLines(root, NOTES, NOTES_RECORD, (lines) => [{ ...lines[0], kind: 'gone', value: undefined }]),
    named: { fault: 'row', folder: 'notes' },
  },
  {
    says: 'facts of a note',
    with: (root) =>
      rewriteLines(
        root,
        NOTES,
        NOTES_RECORD,
        of('incident', ({ value }) => ({ value: { ...(value as object), severity: 'low' } })),
      ),
    named: { fault: 'altered', folder: 'notes' },
  },
  {
    says: 'words of a note',
    with: (root) =>
      rewriteLines(
        root,
        NOTES,
        NOTES_WORDS,
        first(() => ({ text: 'Nothing happened.' })),
      ),
    named: { fault: 'words', folder: 'notes' },
  },
  {
    says: 'a report that passed',
    with: (root) =>
      rewriteLines(
        root,
        REPORTS_FOLDER,
        REPORTS,
        first(() => ({ kept: 'late' })),
      ),
    named: { fault: 'altered', folder: 'reports' },
  },
  {
    says: 'a second report for the same time',
    with: (root) =>
      rewriteLines(root, REPORTS_FOLDER, REPORTS, (lines) => [...lines, { ...lines[0], internal: 7 }]),
    named: { fault: 'not-entered', folder: 'reports' },
  },
  {
    says: 'a report that is gone',
    with: (root) => rewriteLines(root, REPORTS_FOLDER, REPORTS, withoutFirst),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'a forged sign-off',
    with: (root) =>
      rewriteLines(
        root,
        REPORTS_FOLDER,
        SIGN_OFFS,
        first(() => ({ standing: 'signed' })),
      ),
    named: { fault: 'altered', folder: 'reports' },
  },
  {
    says: 'checksums of an archive',
    with: (root) =>
      writeFile(
        path.join(root, 'generated', 'archive', '2026-01', 'SHA256SUMS'),
        `${'1'.repeat(64)}  README.md\n`,
      ),
    named: { fault: 'altered', folder: 'archive' },
    byRunAlone: true,
  },
  {
    says: 'a file of an archive',
    with: (root) => appendFile(archived(root, 'batches.csv.gz'), 'forged'),
    named: { fault: 'altered', folder: 'archive' },
  },
  {
    says: 'a file of an archive that is gone',
    with: (root) => rm(archived(root, 'batches.csv.gz')),
    named: { fault: 'gone', folder: 'archive' },
  },
  {
    says: 'a file that nobody archived',
    with: (root) => writeFile(archived(root, 'batches-2.csv.gz'), ''),
    named: { fault: 'not-entered', folder: 'archive' },
  },
  ...['2026-02-20T00:00:00Z', '2027-02-01T00:00:00Z'].map(
    (pruned_at): Tampering => ({
      says: `a file of an archive that is said to have been removed on ${pruned_at}, before it may be`,
      with: async (root) => {
        const files = ['batches.csv.gz'];
        await rm(archived(root, 'batches.csv.gz'));
        const pruned = { format: 'terang/pruned/1', month: '2026-01', pruned_at, files };
        await writeFile(archived(root, 'PRUNED.json'), JSON.stringify(pruned));
      },
      named: { fault: 'early', folder: 'archive' },
    }),
  ),
  {
    says: 'an archive that is gone',
    with: (root) => rm(path.join(root, 'generated', 'archive', '2026-01'), { recursive: true }),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'who signs for the log',
    with: async (root) => {
      const file = path.join(root, 'generated', 'keys', '2026-02.json');
      const notes = [await rotation(KEY, THIEF), await rotation(NEXT, KEY)];
      await writeFile(file, JSON.stringify({ demo: false, keys: notes.map((note) => ({ note })) }));
    },
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'a statement of a key that is gone',
    with: (root) => rm(path.join(root, 'generated', 'keys'), { recursive: true }),
    named: { fault: 'gone', folder: 'log' },
  },
  {
    says: 'daily figures, as if their days had not been over when they were read',
    with: async (root) => {
      await rewriteLines(root, TPC, datasetSeries('daily'), (lines) =>
        lines.map((line) => ({ ...line, revenue: '1.000000' })),
      );
      await state(root, 'daily', () => ({ observed_at: '2026-01-31T02:00:00Z' }));
    },
    named: { fault: 'row', folder: 'tpc' },
  },
  {
    says: 'when a dataset was read, to before what was seen of it',
    with: (root) => state(root, 'daily', () => ({ state: 'stale', observed_at: '2026-01-31T02:00:00Z' })),
    named: { fault: 'behind', folder: 'tpc' },
  },
  ...(['tpc', 'chain'] as const).map(
    (folder): Tampering => ({
      says: `until when ${folder} holds`,
      with: (root) =>
        rewriteManifest(root, folder, (text) =>
          text.replace(/"valid_until":"[^"]*"/g, '"valid_until":"2099-01-01T00:00:00Z"'),
        ),
      named: { fault: 'validity', folder },
    }),
  ),
  {
    says: 'until when a dataset holds, by more than the file of the system says',
    with: async (root) => {
      const folder = path.join(root, 'written', 'systems', 'tpc');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'system.yaml'), 'transparency: { valid_for: PT30M }\n');
      await state(root, 'daily', ({ observed_at }) => ({
        valid_until: addDuration(String(observed_at), 'PT1H'),
      }));
    },
    named: { fault: 'validity', folder: 'tpc' },
  },
  ...[{}, { 'tpc/morning': '2026-01-20T00:00:00Z' }].map(
    (since): Tampering => ({
      says: `since when routines are looked at: ${JSON.stringify(since)}`,
      with: (root) =>
        rewriteManifest(root, 'reports', (text) =>
          text.replace(/"since":\{[^}]*\}/, `"since":${JSON.stringify(since)}`),
        ),
      named: { fault: 'manifest', folder: 'reports' },
    }),
  ),
  {
    says: 'findings, all of them taken out',
    with: (root) =>
      states(root, (all) =>
        Object.fromEntries(Object.entries(all).map(([name, one]) => [name, { ...one, findings: [] }])),
      ),
    named: { fault: 'manifest', folder: 'tpc' },
  },
  {
    says: 'a finding that nothing gives ground for',
    with: (root) =>
      state(root, 'batches', ({ findings }) => ({
        findings: [...(findings as object[]), { guard: 'hash-missing', subjects: ['1'] }],
      })),
    named: { fault: 'manifest', folder: 'tpc' },
  },
  {
    says: 'that flags were looked for which could not be',
    with: (root) => state(root, 'wallets', () => ({ not_evaluated: [] })),
    named: { fault: 'manifest', folder: 'tpc' },
  },
  {
    says: 'how many rows a dataset has',
    with: (root) => state(root, 'batches', () => ({ rows: 99 })),
    named: { fault: 'manifest', folder: 'tpc' },
  },
  {
    says: 'how many rows and bytes a file has',
    with: (root) =>
      state(root, 'split', ({ files }) => ({
        rows: 99,
        files: (files as object[]).map((file) => ({ ...file, rows: 99, bytes: 1 })),
      })),
    named: { fault: 'manifest', folder: 'tpc' },
  },
  ...(['batches', 'changelog', 'daily', 'wallets', 'metrics'] as const).map(
    (dataset): Tampering => ({
      says: `a row of ${dataset}, twice`,
      with: (root) => rewriteLines(root, TPC, datasetSeries(dataset), twice),
      named: { fault: 'place', folder: 'tpc' },
    }),
  ),
  {
    says: 'an accepted note, twice',
    with: (root) => rewriteLines(root, NOTES, ACCEPTED, twice),
    named: { fault: 'place', folder: 'notes' },
  },
  {
    says: 'a batch, in the file of another month',
    with: async (root) => {
      const moved: Line[] = [];
      const isOf = (month: string) => (line: Line) => String(line.created_at).startsWith(month);
      await rewriteLines(root, TPC, datasetSeries('batches'), (lines) => {
        moved.push(...lines.filter(isOf('2026-01')));
        return lines.filter((line) => !isOf('2026-01')(line));
      });
      await rewriteLines(root, TPC, datasetSeries('batches'), (lines) =>
        lines.some(isOf('2026-02')) ? [...moved, ...lines] : lines,
      );
    },
    named: { fault: 'place', folder: 'tpc' },
  },
  {
    says: 'a day that is yet to come',
    with: async (root) => {
      await rewriteLines(root, TPC, datasetSeries('daily'), (lines) =>
        lines.flatMap((line) =>
          line.day === '2026-02-01' ? [line, { ...line, day: '2026-02-20' }] : [line],
        ),
      );
      await state(root, 'daily', () => ({ rows: 3 }));
    },
    named: { fault: 'ahead', folder: 'tpc' },
  },
  {
    says: 'that archives were never entered, in the head',
    with: (root) =>
      rewriteHead(root, ({ present }) => ({
        present: Object.fromEntries(
          Object.entries(present as object).filter(([key]) => !key.startsWith('archive ')),
        ),
      })),
    named: { fault: 'head', folder: 'log' },
    entered: { fault: 'twice', folder: 'log' },
  },
  {
    says: 'that a manifest was entered which was not, in the head',
    with: (root) =>
      rewriteHead(root, ({ present }) => ({
        present: { ...(present as object), 'run elsewhere': 'a'.repeat(64) },
      })),
    named: { fault: 'head', folder: 'log' },
  },
  {
    says: 'how many bytes of a month count, in the head',
    with: (root) => rewriteHead(root, () => ({ bytes: 0 })),
    named: { fault: 'head', folder: 'log' },
  },
  {
    says: 'lines of a month that is not there yet, in the head',
    with: (root) =>
      rewriteHead(root, ({ entered }) => ({
        entered: { ...(entered as object), 'reports/months/2026-04-reports': 40, 'audits/2026-05': 1 },
      })),
    named: { fault: 'head', folder: 'log' },
  },
  {
    says: 'lines of a month that was entered, in the head',
    with: (root) =>
      rewriteHead(root, ({ entered }) => ({ entered: { ...(entered as object), 'keys/2026-02': 9 } })),
    named: { fault: 'head', folder: 'keys' },
  },
  ...['tpc', 'status', 'notes', 'reports'].map(
    (folder): Tampering => ({
      says: `the whole of ${folder}`,
      with: (root) => rm(path.join(root, 'generated', folder), { recursive: true }),
      named: { fault: 'gone', folder: folder === 'tpc' ? 'log' : folder },
    }),
  ),
];

/** Whether every entry of the honest log is still what this one begins with. */
async function onlyGrew(root: string): Promise<boolean> {
  const then = await logThen((file) => readFile(path.join(honest, 'generated', 'log', file), 'utf8'));
  const generated = path.join(root, 'generated');
  const head = readHead(generated);
  if (then === null || head === null) return false;
  return (await firstOtherEntry(then, entryTexts(generated, head))) === null;
}

test('content that honest runs left is the fold of its log', async () => {
  const root = await copied();
  expect(foldFaults(root, NOW)).toEqual([]);
  expect(await onlyGrew(root)).toBe(true);
});

describe('invented content', () => {
  async function createDemo(): Promise<string> {
    const root = await copied();
    await becoming(root, true, 'entries');
    await rm(path.join(root, 'generated', 'log'), { recursive: true });
    await enterContent(root, NOW);
    return root;
  }

  test('says so with the first entry of its log, and is its fold', async () => {
    const root = await createDemo();
    const generated = path.join(root, 'generated');
    const head = readHead(generated);
    const [first] = head === null ? [] : [...entryTexts(generated, head)];
    expect(first).toContain('"id":"demo","kind":"world"');
    expect(foldFaults(root, NOW)).toEqual([]);
  });

  test.each(['once more', 'not again'])('can not become real, entered %s', async (how) => {
    const root = await createDemo();
    await becoming(root, false, 'head');
    if (how === 'once more') await enterContent(root, NOW);
    const worlds = foldFaults(root, NOW).filter(({ fault }) => fault === 'world');
    expect(new Set(worlds.map(({ folder }) => folder))).toEqual(
      new Set(['log', 'builds', 'chain', 'keys', 'notes', 'reports', 'status', 'tpc']),
    );
  });
});

describe.each(KINDS)('$says', ({ with: tamper, named, byRunAlone, entered = named }) => {
  test('is named by the fold, every file, hash and manifest having been made to fit', async () => {
    const root = await copied();
    await tamper(root);
    expect(foldFaults(root, NOW)).toContainEqual(expect.objectContaining(named));
    if (byRunAlone) return;
    // Entered as one more run, it is named all the same.
    await enterContent(root, NOW).catch(() => undefined);
    const { fault, folder } = entered;
    const again = foldFaults(root, NOW);
    if (fault === 'not-entered') expect(again).not.toEqual([]);
    else expect(again).toContainEqual(expect.objectContaining({ fault, folder }));
  });

  test('is named by who holds an older log, where the log was made anew to fit as well', async () => {
    const root = await copied();
    await tamper(root);
    await rm(path.join(root, 'generated', 'log'), { recursive: true });
    await enterContent(root, NOW).catch(() => undefined);
    expect(await onlyGrew(root)).toBe(false);
  });
});
