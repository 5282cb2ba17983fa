import type { NoteEntry } from './note-record.ts';

/** What an entry of the record tells, for logs and commits: ids and numbers only, `incident 2026-01-05-delayed: posted`. */
export function newsOf(entry: NoteEntry): string {
  const [slug = '', number] = entry.id.split('/');
  const noun = entry.dataset.startsWith('incident') ? 'incident' : 'maintenance';
  if (number !== undefined) return `${noun} ${slug}: update ${number} posted`;
  if (entry.kind === 'first') return `${noun} ${slug}: posted`;
  if (entry.kind === 'gone' || entry.kind === 'unread')
    return `${noun} ${slug}: its file is gone; what was published stands`;
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  return `${noun} ${slug}: ${fields.length === 0 ? 'its file is back' : `${fields.join(', ')} changed`}`;
}
