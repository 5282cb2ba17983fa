import { describe, expect, test } from 'vitest';
import { contentLines } from '../../store/publish.ts';
import { createNotedContent, type NotedContent } from '../../testing/noted-content.ts';
import { NOTE } from '../../testing/notes.ts';
import { WHOLE_INCIDENT as INCIDENT, WEEKLY_MAINTENANCE as MAINTENANCE } from '../../testing/whole-notes.ts';
import { publishedNotes } from '../model/published-notes.ts';
import { readNotes } from './content.ts';

const FILE = 'incidents/2026-01-05-distribution-delayed.md';
const WEEKLY = 'maintenance/weekly.md';
const NOW = '2026-01-06T04:00:00Z';
const LATER = '2026-01-06T04:30:00Z';
/** What a stricter reader of notes, to come, does to notes that were accepted before it: here a field nobody knows. */
const unreadable = (text: string) => text.replace('components:', 'parts:');

/** An incident with a checklist and a correction, another one, and a planned work. */
async function published() {
  const content = await createNotedContent();
  await content.write(FILE, INCIDENT);
  await content.write('incidents/2026-01-05-other.md', NOTE);
  await content.write(
    WEEKLY,
    MAINTENANCE.replace(
      'system: coinscious\ncomponents: [database]',
      'system: tpc\ncomponents: [distribution]',
    ),
  );
  await content.accept(NOW);
  const correction =
    'corrections:\n  - { at: 2026-01-06 11:00 +07:00, field: severity, was: critical, reason: { en: Less grave, id: Tidak separah itu } }\n';
  const corrected = INCIDENT.replace('severity: critical\n', `severity: low\n${correction}`);
  await content.write(FILE, corrected);
  expect(await content.accept(NOW)).toMatchObject({ exitCode: 0, manifest: { refused: [] } });
  return { content, corrected };
}

/** Other texts in the accepted copies, with a manifest that vouches for them. */
async function alter({ generated, write }: NotedContent, change: (file: string, text: string) => string) {
  const { manifest, accepted } = await readNotes(generated);
  const copies = accepted.map((copy) => ({ ...copy, text: change(copy.file, copy.text) }));
  const { file, text } = contentLines('accepted', 'altered', copies);
  await write(`../generated/notes/${file.path}`, text);
  await write('../generated/notes/manifest.json', JSON.stringify({ ...manifest, accepted: [file] }));
}

describe('an accepted note that can no longer be read', () => {
  test('is shown with every fact and update that the record has of it, and marked; the others are as they were', async () => {
    const { content } = await published();
    const before = await content.published();
    await alter(content, (file, text) =>
      file === 'incidents/2026-01-05-other.md' ? text : unreadable(text),
    );
    const after = await content.published();
    const marked = (slug: string) => slug !== '2026-01-05-other';
    for (const kind of ['incidents', 'maintenance'] as const)
      expect(after[kind]).toEqual(
        before[kind].map((one) => (marked(one.note.slug) ? { ...one, unreadable: [] } : one)),
      );
    expect(before.incidents[0]?.note).toMatchObject({ corrections: [{}], checklist: { changes: [{}] } });
  });

  test('names what the record does not give either, since its words had to go by law', async () => {
    const { content } = await published();
    await alter(content, (_, text) => unreadable(text));
    const { manifest, record, words, accepted } = await readNotes(content.generated);
    const { checklist, corrections } =
      record.get('incident')?.get('2026-01-05-distribution-delayed')?.latest ?? {};
    expect(words.get(checklist ?? '')?.text).toContain('documents_updated');
    const gone = new Map(
      [...words].map(([digest, { text, ...hash }]) => [
        digest,
        digest === checklist || digest === corrections ? hash : { ...hash, text },
      ]),
    );
    if (manifest === null) throw new Error('nothing was published');
    const { incidents } = publishedNotes(
      { manifest, record, accepted, words: gone as typeof words },
      () => 'taken down',
    );
    const [incident] = incidents.filter(({ note }) => note.slug === '2026-01-05-distribution-delayed');
    expect(incident).toMatchObject({
      unreadable: ['corrections', 'checklist'],
      note: { checklist: null, corrections: [], severity: 'low' },
    });
  });

  test('does not stop the run: it is told by name, nothing new is said of it, and others are posted', async () => {
    const { content } = await published();
    const { record } = await readNotes(content.generated);
    await alter(content, (_, text) => unreadable(text));
    await content.write(FILE, unreadable(INCIDENT));
    await content.write('incidents/2026-01-05-new.md', NOTE);
    const { exitCode, text, manifest } = await content.accept(LATER);
    expect(exitCode).toBe(1);
    expect(text).toContain(`${FILE}: what was accepted of it can no longer be read`);
    expect(manifest?.refused).toMatchObject([
      {
        file: FILE,
        refusals: [
          { rule: 'form' },
          { rule: 'correction' },
          { rule: 'form', line: 4 },
          { rule: 'correction' },
        ],
      },
    ]);
    expect(text).toContain('incident 2026-01-05-new: posted');
    const { incidents } = await content.published();
    expect(incidents.map(({ note, unreadable: is }) => [note.slug, is !== undefined])).toEqual([
      ['2026-01-05-distribution-delayed', true],
      ['2026-01-05-new', false],
      ['2026-01-05-other', false],
    ]);
    const after = (await readNotes(content.generated)).record;
    expect(after.get('incident')?.get('2026-01-05-distribution-delayed')).toEqual(
      record.get('incident')?.get('2026-01-05-distribution-delayed'),
    );
  });

  test('is mended by a text that can be read and keeps what was published; one that rewrites it is refused', async () => {
    const { content, corrected } = await published();
    await alter(content, (file, text) => (file === FILE ? unreadable(text) : text));
    await content.write(FILE, corrected.replace('has been found', 'was never found'));
    expect(await content.accept(LATER)).toMatchObject({
      exitCode: 1,
      manifest: { refused: [{ refusals: [{ rule: 'published' }] }] },
    });
    await content.write(FILE, corrected);
    expect(await content.accept(LATER)).toMatchObject({ exitCode: 0 });
    expect((await content.published()).incidents.map((one) => one.unreadable !== undefined)).toEqual([
      false,
      false,
    ]);
  });

  test('of which the record makes no note either is left out and named; no other text takes its place', async () => {
    const { content } = await published();
    const strange = 'incidents/2026-01-05-strange.md';
    const { manifest, accepted } = await readNotes(content.generated);
    const copies = [...accepted, { kind: 'incident', file: strange, text: NOTE, impact: 'minor' }];
    const { file, text } = contentLines('accepted', 'altered', copies);
    await content.write(`../generated/notes/${file.path}`, text);
    await content.write(
      '../generated/notes/manifest.json',
      JSON.stringify({ ...manifest, accepted: [file] }),
    );
    const { incidents, refused } = await content.published();
    expect(incidents).toHaveLength(2);
    expect(refused.map((one) => one.file)).toEqual([strange]);
    await content.write(strange, NOTE.replace('16:30', '16:31'));
    expect((await content.accept(LATER)).manifest?.refused).toMatchObject([
      { file: strange, refusals: [{ rule: 'published' }] },
    ]);
  });
});
