import type { Incident } from '../incidents/model/incident.ts';
import type { Maintenance } from '../incidents/model/maintenance.ts';
import { NO_NOTES, type NotesPublication, type PublishedNote } from '../incidents/model/notes-publication.ts';
import { presentOf } from '../status/present.ts';
import type { Run } from '../status/sample.ts';
import type { StatusManifest } from '../status/status-manifest.ts';
import { NO_STATUS, type StatusPublication } from '../status/status-publication.ts';
import type { System } from '../systems/system.ts';
import { systemOf } from './checks.ts';

/** The instant that pages of notes are made for in these tests. */
export const NOW = '2026-01-26T07:05:00Z';

/** A system named TPC with an API that is asked, and the targets of TPC-19. */
const TPC: System = systemOf(
  [
    {
      kind: 'http',
      id: 'answers',
      request: { url: 'env:TPC_URL' },
      name: { en: 'API answers', id: 'API menjawab' },
    },
  ],
  {
    id: 'tpc',
    name: { en: 'TPC', id: 'TPC' },
    components: [{ id: 'api', name: { en: 'Public API', id: 'API publik' } }],
    severities: [
      { id: 'critical', name: { en: 'Critical', id: 'Kritis' }, impact: 'critical' },
      { id: 'standard', name: { en: 'Standard', id: 'Standar' }, impact: 'minor' },
    ],
    response_targets: [
      {
        id: 'response',
        name: { en: 'Response within 1 hour', id: 'Tanggapan dalam 1 jam' },
        level: 'critical',
        act: 'responded',
        within: 'PT1H',
      },
      {
        id: 'resolution',
        name: { en: 'Resolved within 4 hours', id: 'Teratasi dalam 4 jam' },
        level: 'standard',
        act: 'resolved',
        within: 'PT4H',
      },
    ],
  },
);

/** What is known of that system at `NOW` after these runs; each says what its check answered. */
export function statusOf(
  outcomes: readonly (readonly [at: string, outcome: 'up' | 'down'])[],
): StatusPublication {
  const runs = outcomes.map(([at, outcome]): Run => ({ at, checks: { answers: { outcome } } }));
  return {
    ...NO_STATUS,
    manifest: { observed_at: NOW, demo: false, systems: {} } as unknown as StatusManifest,
    systems: [presentOf({ system: TPC, runs, details: {}, now: NOW })],
    runs: runs.map(({ at }) => at),
    readFrom: runs[0]?.at ?? null,
  };
}

/** An incident of the API that began at 05:00 UTC; `over` is laid over it. */
export function incidentOf(over: Partial<Incident> = {}): Incident {
  return {
    kind: 'incident',
    slug: '2026-01-26-api-slow',
    title: { en: 'The API is slow', id: 'API melambat' },
    system: 'tpc',
    components: ['api'],
    severity: 'standard',
    impact: 'minor',
    playbook: null,
    started: '2026-01-26T05:00:00Z',
    resolved: null,
    next_update_by: null,
    corrections: [],
    late_reason: null,
    withdrawn_by: null,
    checklist: null,
    updates: [
      {
        number: 1,
        status: 'investigating',
        at: '2026-01-26T05:10:00Z',
        text: { en: 'We look for the **cause**.', id: 'Kami mencari **penyebabnya**.' },
      },
    ],
    ...over,
  };
}

/** A window of two hours from 12:00 UTC on; `over` is laid over it. */
export function maintenanceOf(over: Partial<Maintenance> = {}): Maintenance {
  return {
    kind: 'maintenance',
    slug: 'api-upgrade',
    title: { en: 'Upgrade of the API', id: 'Peningkatan versi API' },
    system: 'tpc',
    components: ['api'],
    starts: '2026-01-26T12:00:00Z',
    lasts: 'PT2H',
    recurs: null,
    cancelled: [],
    corrections: [],
    late_reason: null,
    withdrawn_by: null,
    updates: [
      {
        number: 1,
        status: 'scheduled',
        at: '2026-01-25T05:00:00Z',
        text: { en: 'The API does not answer.', id: 'API tidak menjawab.' },
      },
    ],
    ...over,
  };
}

/** The note as it was published: each update a few minutes after it says, unless told by its number. */
export function publishedNote<Note extends Incident | Maintenance>(
  note: Note,
  posted: Readonly<Record<number, string>> = {},
  over: Partial<PublishedNote<Note>> = {},
): PublishedNote<Note> {
  const times = note.updates.map(({ number, at }) => [number, posted[number] ?? later(at ?? NOW)] as const);
  return {
    note,
    images: [],
    posted_at: times[0]?.[1] ?? NOW,
    updates_posted: new Map(times),
    changes: [],
    refused: null,
    gone: null,
    ...over,
  };
}

/** A publication of these notes, looked at last at `NOW`. */
export function notesOf(over: Partial<NotesPublication>): NotesPublication {
  return { ...NO_NOTES, observed_at: NOW, ...over };
}

function later(at: string): string {
  return new Date(Date.parse(at) + 5 * 60_000).toISOString();
}
