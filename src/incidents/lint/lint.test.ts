import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../core/language.ts';
import { type System, systemSchema } from '../../systems/system.ts';
import { NOTE, noteFile, update } from '../../testing/notes.ts';
import { JPEG, jpegWith, PNG, pngWith, WEBP } from '../../testing/rasters.ts';
import { sayIn, sayInstead } from '../../words/said.ts';
import { imagesOf } from '../accept/images.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { type NoteKind, readNoteFile, toNote } from '../model/note-file.ts';
import type { PublishedNote } from '../model/notes-publication.ts';
import { type Finding, type LintContext, lintNote } from './lint.ts';

const CORPUS = path.join(import.meta.dirname, 'corpus');
const NOW = '2026-01-10T00:00:00Z';
const words = (text: string) => ({ en: text, id: text });
const SYSTEM: System = systemSchema.parse({
  id: 'tpc',
  name: words('TPC'),
  summary: words('Distributes revenue'),
  components: ['distribution', 'api', 'transparency'].map((id) => ({ id, name: words(id) })),
  severities: [
    { id: 'P0', name: words('P0'), impact: 'critical', needs_checklist: true },
    { id: 'critical', name: words('Critical'), impact: 'major' },
    { id: 'standard', name: words('Standard'), impact: 'minor' },
  ],
});
/** The files beside the notes of the corpus. */
const IMAGES = new Map<string, Uint8Array>([
  ['images/delay.png', PNG],
  ['images/queue.jpg', JPEG],
  ['images/console.webp', WEBP],
  ['images/photo.jpg', jpegWith(0xe1, 'Exif\0\0MM\0*')],
  ['images/called-otherwise.png', JPEG],
  ['images/cut-off.png', PNG.subarray(0, 90)],
  ['images/no-image.png', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['images/moves.png', pngWith('acTL', '\0\0\0\x02\0\0\0\0')],
  ['images/large.png', new Uint8Array(1_000_001)],
  ['images/exchanged.png', pngWith('tEXt', 'Software\0Another')],
]);
/** And what stood there when `<note>.published` was. */
const IMAGES_BEFORE = new Map([...IMAGES, ['images/exchanged.png', PNG]]);

const CONTEXT: LintContext = {
  systems: new Map([['tpc', SYSTEM]]),
  playbooks: new Map([['tpc', ['cron-failure', 'data-mismatch']]]),
  now: NOW,
  published: () => null,
  exists: (file) => IMAGES.has(file) || file === 'images/chart.svg',
  images: IMAGES,
  wallets: new Set(['2WU3c2dgzVCVCN7RP9DhnLCCWpNkfDzrydvmb6QN8us3']),
};

/** What publishing would have kept of a note that it accepted. */
function accepted(kind: NoteKind, file: string, bytes: Uint8Array): PublishedNote<Incident | Maintenance> {
  const noteFile = readNoteFile(kind, file, bytes);
  const note = toNote(noteFile, SYSTEM);
  const shown = imagesOf(noteFile, IMAGES_BEFORE, null);
  if (note === null || 'unusable' in shown) throw new Error(`${file} could never have been published`);
  const { images } = shown;
  return { note, images, posted_at: NOW, updates_posted: new Map(), changes: [], refused: null, gone: null };
}

async function findingsOf(name: string): Promise<Finding[]> {
  const kind = name.startsWith('maintenance-') ? 'maintenance' : 'incident';
  const before = path.join(CORPUS, name.replace(/\.md$/, '.published'));
  const published = readdirSync(CORPUS).includes(path.basename(before))
    ? accepted(kind, name, readFileSync(before))
    : null;
  const note = readNoteFile(kind, name, readFileSync(path.join(CORPUS, name)));
  return lintNote(note, { ...CONTEXT, published: () => published });
}

function golden(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing\n';
  return findings
    .map((finding) => {
      const { line, column, level, rule } = finding;
      return `${line}:${column} ${level} ${rule}: ${LANGUAGES.flatMap((one) => sentences(finding, one)).join('\n    ')}\n`;
    })
    .join('');
}

function sentences(finding: Finding, language: Language): string[] {
  return [sayIn(finding.part ?? '', finding, language), sayInstead(finding, language) ?? 'nothing'];
}

const notes = readdirSync(CORPUS).filter((name) => name.endsWith('.md'));

describe('a corpus of notes, good and bad', () => {
  test('holds at least 60', () => {
    expect(notes.length).toBeGreaterThanOrEqual(60);
  });

  // A difference that is right is accepted with: npx vitest run --config src/testing/vitest.config.ts --project unit src/incidents/lint -u
  test.each(notes)('%s', async (name) => {
    const findings = await findingsOf(name);
    await expect(golden(findings)).toMatchFileSnapshot(
      path.join(CORPUS, 'expected', name.replace(/\.md$/, '.txt')),
    );
    const good = /^(?:2026-01-0\d|maintenance)-good-/.test(name);
    if (good) expect(findings).toEqual([]);
    else if (!/-(published-appended|fact-corrected)\.md$/.test(name)) expect(findings).not.toEqual([]);
  });
});

describe('the lint', () => {
  test('takes an incident of 500 updates, and names the one that is wrong', async () => {
    const en = 'The distribution has not run yet; the team goes on with its work on the runner.';
    const id = 'Distribusi belum berjalan; tim melanjutkan pekerjaannya pada pelaksana tugas.';
    const time = (minutes: number) =>
      `2026-01-06 ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')} +07:00`;
    const updates = Array.from({ length: 500 }, (_, index) => update('Identified', time(index), en, id));
    updates[321] = update('Identified', time(321), `${en} Your earnings are safe.`, id);
    const text =
      NOTE.replace('started:', 'next_update_by: 2026-01-07T16:12+07:00\nstarted:') + updates.join('');
    const findings = await lintNote(noteFile(text), CONTEXT);
    expect(findings.map(({ rule }) => rule)).toEqual(['promise']);
    expect(text.split('\n')[(findings[0]?.line ?? 0) - 1]).toContain('earnings');
  });

  test('says of a value of any length only its beginning', async () => {
    const long = 'x'.repeat(50_000);
    const text = NOTE.replace('severity: critical', `severity: ${long}`).replace(
      '**16:00 WIB**',
      `[a](${long})`,
    );
    const findings = await lintNote(noteFile(text), CONTEXT);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['facts', 'link']));
    for (const finding of findings)
      for (const sentence of LANGUAGES.flatMap((language) => sentences(finding, language)))
        expect(sentence.length).toBeLessThan(400);
  });

  test('never repeats a secret, a key, an e-mail address or a telephone number that it found', async () => {
    const names = [
      'secret-token',
      'private-key-wallet',
      'seed-phrase',
      'e-mail',
      'telephone',
      'private-key-hex',
      'published-telephone-taken-out',
      'secret-password',
      'secret-keys-of-services',
      'secret-in-a-fact',
      'identity-and-account',
      'contact-in-disguise',
      'hex-unnamed',
    ];
    for (const name of names) {
      const said = golden(await findingsOf(`2026-01-05-${name}.md`));
      expect(said).not.toMatch(
        /ghp_|4RcAuZES|sausage|santoso|5795|4c084c08|budi|hunter2|0812|Rahasia|928371|4829|1234|9f86|eyJ|AKIA|a1B2/,
      );
    }
  });
});
