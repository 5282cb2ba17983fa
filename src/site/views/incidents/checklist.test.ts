import { expect, test } from 'vitest';
import type { PostIncidentChecklist } from '../../../incidents/model/incident.ts';
import { read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import { checklistOf } from './checklist.ts';

const words = (en: string, id: string) => ({ en, id });
const checklist: PostIncidentChecklist = {
  summary: words('A run was missed', 'Satu proses terlewat'),
  impact: words('One batch was late', 'Satu batch terlambat'),
  time_to_recover: 'PT2H',
  changes: [
    {
      what: words('A second runner', 'Pelaksana kedua'),
      evidence: words('The changelog', 'Catatan perubahan'),
    },
    { what: words('An alarm', 'Sebuah alarm'), evidence: 'https://git.example.org/3f2a9c' },
  ],
  health_revalidated: '2026-01-05T11:00:00Z',
  rls_revalidated: '2026-01-05T11:00:00Z',
  documents_updated: [words('Release checklist', 'Daftar periksa rilis'), 'Playbook A'],
};

test.each([
  [
    'en',
    ['A second runner (The changelog)', 'An alarm (https://git.example.org/3f2a9c)'],
    ['Release checklist', 'Playbook A'],
  ],
  [
    'id',
    ['Pelaksana kedua (Catatan perubahan)', 'Sebuah alarm (https://git.example.org/3f2a9c)'],
    ['Daftar periksa rilis', 'Playbook A'],
  ],
] as const)(
  'EVT-09: in %s a page names evidence and documents in its own language; what was published as one text stays',
  (language, changes, documents) => {
    const facts = checklistOf(readerFor(language), checklist) ?? [];
    expect(facts[3]?.lines.map((line) => read(line))).toEqual(changes);
    expect(facts.at(-1)?.lines.map((line) => read(line))).toEqual(documents);
  },
);
