import type { IsoInstant } from '../../core/instant.ts';
import { asTyped, readTime } from '../../core/written-time.ts';
import { INCIDENT_STATUSES, type IncidentStatus } from '../../systems/incident-status.ts';
import type { Said } from '../../words/said.ts';
import { MAINTENANCE_STATUSES, type MaintenanceStatus } from '../model/maintenance.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';

export type HeadingStatus = IncidentStatus | MaintenanceStatus | typeof CORRECTION | typeof WITHDRAWN;

/** How a status is written in a heading. Read in any case, with a hyphen, a space or neither. */
export const STATUS_HEADINGS = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  over: 'Over',
  resolved: 'Resolved',
  postmortem: 'Post-mortem',
  scheduled: 'Scheduled',
  in_progress: 'In progress',
  verifying: 'Verifying',
  completed: 'Completed',
  correction: 'Correction',
  withdrawn: 'Withdrawn',
} as const satisfies Record<HeadingStatus, string>;

/** How Indonesian names a status, without prefixes: never taken for it, only told what to write. */
const INDONESIAN: Readonly<Record<HeadingStatus, RegExp>> = {
  investigating: /(elidik|investigasi)/,
  identified: /(identifikasi|ditemukan|diketahui)/,
  monitoring: /(antau|monitor)/,
  over: /(berakhir|usai|menyusul)/,
  resolved: /(elesai|atasi|ulih)/,
  postmortem: /(pascainsiden|pascakejadian|evaluasi|tinjauan)/,
  scheduled: /(jadwal|direncanakan|terencana)/,
  in_progress: /(berlangsung|berjalan|dikerjakan|dimulai)/,
  verifying: /(verifikasi|eriksa)/,
  completed: /(elesai|rampung|berakhir)/,
  correction: /(koreksi|ralat|pembetulan)/,
  withdrawn: /(tarik|cabut|batal)/,
};

const STATUSES = {
  incident: [...INCIDENT_STATUSES, CORRECTION, WITHDRAWN],
  maintenance: [...MAINTENANCE_STATUSES, CORRECTION, WITHDRAWN],
} as const;

const WITH_TIME = /^(.*?)\s*[·•–—-]?\s*(\d{4}-\d.*)$/;
const WITH_SEPARATOR = /^(.*?)\s*(?:[·•]|\s[–—-]\s)\s*(.*)$/;
/** Left by a template, to be filled in. */
const PLACE = /\[[^\][]*\]/u;
/** The status that the example of a heading has. */
export const FIRST_STATUS = {
  incident: STATUS_HEADINGS.investigating,
  maintenance: STATUS_HEADINGS.scheduled,
} as const;

export interface Heading {
  readonly status: HeadingStatus | null;
  readonly at: IsoInstant | null;
  /** What is wrong with it, and what to write instead. */
  readonly wrong: readonly Said[];
}

/** Reads `Investigating · 2026-01-05 16:30 +07:00`: a status of this kind of note, and a time with its offset. */
export function readHeading(kind: 'incident' | 'maintenance', text: string): Heading {
  const place = PLACE.exec(text)?.[0];
  if (place !== undefined) {
    const { status } = readHeading(kind, text.replaceAll(/[[\]]/gu, ''));
    return { status, at: null, wrong: [{ code: 'heading.unfilled', values: { heading: text } }] };
  }
  const typed = withTypedDate(text);
  const [, words = typed, time = ''] = WITH_TIME.exec(typed) ?? WITH_SEPARATOR.exec(typed) ?? [];
  const read = time === '' ? null : readTime(time.trim());
  const status = STATUSES[kind].find((one) => plain(STATUS_HEADINGS[one]) === plain(words)) ?? null;
  const wrong =
    status === null ? [statusFault(kind, words, read !== null && 'at' in read ? asTyped(time) : null)] : [];
  if (read === null)
    return status === null || status === 'postmortem'
      ? { status, at: null, wrong }
      : {
          status,
          at: null,
          wrong: [{ code: 'heading.no-time', values: { heading: text, first: FIRST_STATUS[kind] } }],
        };
  return 'at' in read ? { status, at: read.at, wrong } : { status, at: null, wrong: [...wrong, read.fault] };
}

function statusFault(kind: 'incident' | 'maintenance', words: string, time: string | null): Said {
  const meant = STATUSES[kind].find((one) => INDONESIAN[one].test(words.toLowerCase()));
  return meant === undefined
    ? {
        code: 'heading.status',
        values: {
          words,
          known: STATUSES[kind].map((one) => STATUS_HEADINGS[one]),
          first: FIRST_STATUS[kind],
        },
      }
    : {
        code: 'heading.status-in-english',
        values: {
          words,
          status: STATUS_HEADINGS[meant],
          time: time ?? { code: 'time.pattern', values: { offset: '+07:00' } },
        },
      };
}

/** A date whose hyphens a word processor made long; the mark between status and time stays as it is. */
function withTypedDate(text: string): string {
  return text.replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/gu, '-');
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[\s_\u2010-\u2015-]/gu, '');
}
