import { readTime } from '../../core/written-time.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import type { StatedFacts } from '../model/note-file.ts';

/** These change by themselves as an incident goes on, or only ever grow; the record keeps what they were. */
const FREE: ReadonlySet<string> = new Set([
  'kind',
  'slug',
  'impact',
  'updates',
  'corrections',
  'next_update_by',
]);

/** The facts of a note by the name of their field, such as `title.en` or `checklist.changes.0.evidence`, as text. */
export function factValues(facts: StatedFacts | Incident | Maintenance): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(facts).flatMap(([field, value]) => (FREE.has(field) ? [] : flat(field, value))),
  );
}

function flat(field: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return [[field, value.join(', ')]];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) => flat(`${field}.${name}`, inner));
  return [[field, String(value)]];
}

/** Whether two texts give a fact the same value: times as instants, lists in any order. */
export function isSameFact(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  const [first, second] = [readTime(a.trim()), readTime(b.trim())];
  if ('at' in first && 'at' in second) return first.at === second.at;
  return listed(a) === listed(b);
}

/** Whether a list lost none of what it held. */
export function holdsStill(list: string, before: string): boolean {
  const now = new Set(items(list));
  return items(before).every((one) => now.has(one));
}

function items(text: string): string[] {
  return text
    .replace(/^\[|\]$/gu, '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function listed(text: string): string {
  return items(text).toSorted().join(', ');
}
