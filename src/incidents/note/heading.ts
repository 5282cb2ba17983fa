import type { IsoInstant } from '../../core/instant.ts';
import { asTyped, readTime, TIME_PATTERN } from '../../core/written-time.ts';
import { INCIDENT_STATUSES, type IncidentStatus } from '../../systems/incident-status.ts';
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
const EXAMPLES = {
  incident: `"## Investigating · ${TIME_PATTERN} +07:00"`,
  maintenance: `"## Scheduled · ${TIME_PATTERN} +07:00"`,
} as const;

export interface Heading {
  readonly status: HeadingStatus | null;
  readonly at: IsoInstant | null;
  /** What is wrong with it, and what to write instead. */
  readonly reasons: readonly string[];
}

/** Reads `Investigating · 2026-01-05 16:30 +07:00`: a status of this kind of note, and a time with its offset. */
export function readHeading(kind: 'incident' | 'maintenance', text: string): Heading {
  const place = PLACE.exec(text)?.[0];
  if (place !== undefined) {
    const { status } = readHeading(kind, text.replaceAll(/[[\]]/gu, ''));
    const reason = `the heading "${text}" has a place that is still to be filled in: write what belongs there, without the square brackets`;
    return { status, at: null, reasons: [reason] };
  }
  const typed = withTypedDate(text);
  const [, words = typed, time = ''] = WITH_TIME.exec(typed) ?? WITH_SEPARATOR.exec(typed) ?? [];
  const read = time === '' ? null : readTime(time.trim());
  const status = STATUSES[kind].find((one) => plain(STATUS_HEADINGS[one]) === plain(words)) ?? null;
  const reasons: string[] = [];
  if (status === null) {
    const meant = STATUSES[kind].find((one) => INDONESIAN[one].test(words.toLowerCase()));
    const known = STATUSES[kind].map((one) => STATUS_HEADINGS[one]).join(', ');
    reasons.push(
      meant === undefined
        ? `"${words}" is no status: a heading with ## begins with ${known}, such as ${EXAMPLES[kind]}`
        : `"${words}" is no status: statuses are written in English, so write "## ${STATUS_HEADINGS[meant]} · ${read !== null && 'at' in read ? asTyped(time) : `${TIME_PATTERN} +07:00`}"`,
    );
  }
  if (read === null) {
    if (status !== null && status !== 'postmortem')
      reasons.push(`the heading "${text}" says no time: write it as ${EXAMPLES[kind]}`);
    return { status, at: null, reasons };
  }
  if ('at' in read) return { status, at: read.at, reasons };
  return { status, at: null, reasons: [...reasons, read.reason] };
}

/** A date whose hyphens a word processor made long; the mark between status and time stays as it is. */
function withTypedDate(text: string): string {
  return text.replace(/(?<=\d)[\u2010-\u2015\u2212](?=\d)/gu, '-');
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[\s_\u2010-\u2015-]/gu, '');
}
