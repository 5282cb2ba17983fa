import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { lintNote } from '../lint/lint.ts';
import { type NoteKind, readNoteFile } from '../model/note-file.ts';
import { readLibrary } from './library.ts';

const guide = await readFile('content/written/incidents/README.md', 'utf8');
const { systems } = await readLibrary('content', 'en');
const [first = '', updates = '', planned = ''] = [...guide.matchAll(/```markdown\n(.*?)```/gs)].map(
  ([, text = '']) => text,
);
const [, atTop = ''] = /```yaml\n(resolved:.*?)```/s.exec(guide) ?? [];
/** Everything that the guide shows of an incident, in one file. */
const whole = `${first}\n${updates}`
  .replace(/^---\n\n/m, `${atTop}---\n\n`)
  .replace(/next_update_by.*\n/, '');

const FILES = {
  incident: '2026-01-05-distribution-delayed.md',
  maintenance: 'weekly-database-maintenance.md',
} as const;
const inIncident = { kind: 'incident', now: '2026-01-07T04:00:00Z' } as const;
const inMaintenance = { kind: 'maintenance', now: '2026-01-07T04:00:00Z' } as const;

function findingsOf(text: string, { kind, now }: { readonly kind: NoteKind; readonly now: string }) {
  const note = readNoteFile(kind, FILES[kind], new TextEncoder().encode(text));
  return lintNote(note, {
    systems: new Map([...systems].map(([id, { system }]) => [id, system])),
    playbooks: new Map([...systems].map(([id, { playbooks }]) => [id, [...playbooks.keys()]])),
    now,
    published: () => null,
    exists: () => false,
  });
}
/** What is left when somebody takes the brackets away and changes nothing else. */
const withoutBrackets = (text: string) =>
  text.replace(/"\[([^\]]*)\]"/g, '"$1"').replace(/(?<!components: |updated: )\[([^\]]*)\]/g, '$1');
/** Filled in by somebody to whom it happened. */
const filled = (text: string) =>
  withoutBrackets(text)
    .replaceAll('What is disturbed, such as: ', '')
    .replaceAll('Yang sedang terganggu, misalnya: ', '')
    .replaceAll('Which work, such as: ', '')
    .replaceAll('Pekerjaan apa, misalnya: ', '')
    .replace(
      /(### English\n\n).*?(?=\n\n###)/gs,
      '$1The daily distribution of that day was late, and the team looked for the cause.',
    )
    .replace(
      /(### Indonesia\n\n).*?(?=\n\n##|\n$|$)/gs,
      '$1Distribusi harian pada hari itu terlambat, dan tim mencari penyebabnya.',
    );

describe('the examples of the guide', () => {
  test.each([
    ['the first note', first, inIncident],
    ['all of an incident', whole, inIncident],
    ['the maintenance', planned, inMaintenance],
  ] as const)('%s is refused as it stands, at each place that is to be filled in', async (_, text, at) => {
    const findings = await findingsOf(text, at);
    expect(findings.every(({ level }) => level === 'error')).toBe(true);
    const places = text
      .split('\n')
      .flatMap((line, index) => (/\[[^\]]* [^\]]*\]/.test(line) ? [index + 1] : []));
    const named = new Set(findings.map(({ line }) => line));
    expect(places.filter((line) => !named.has(line) && !named.has(line - 1))).toEqual([]);
    expect(findings.some(({ rule }) => rule === 'example')).toBe(true);
  });

  test.each([
    ['the first note', first, inIncident],
    ['all of an incident', whole, inIncident],
    ['the maintenance', planned, inMaintenance],
  ] as const)(
    '%s is refused in both languages when only the brackets and a few words were changed',
    async (_, text, at) => {
      for (const changed of [
        withoutBrackets(text),
        withoutBrackets(text)
          .replaceAll('this example', 'this case')
          .replaceAll('contoh ini', 'kejadian ini'),
      ]) {
        const lines = changed.split('\n');
        const found = (await findingsOf(changed, at)).filter(({ rule }) => rule === 'example');
        const headings = found.map(({ line }) => lines[line - 1] ?? '');
        const all = lines.filter((line) => /^### (English|Indonesia)$/.test(line)).length;
        expect(headings.filter((line) => line.startsWith('###'))).toHaveLength(all);
        expect(headings.filter((line) => line.startsWith('title:'))).toHaveLength(2);
      }
    },
  );

  test.each([
    ['the first note', first, inIncident],
    ['all of an incident', whole, inIncident],
    ['the maintenance', planned, inMaintenance],
  ] as const)('%s is accepted once it is filled in', async (_, text, at) => {
    expect(await findingsOf(filled(text), at)).toEqual([]);
  });
});

test('the guide stands in both languages', () => {
  expect(guide).toContain('# Telling the public about an incident');
  expect(guide).toContain('# Memberi tahu publik tentang insiden');
});
