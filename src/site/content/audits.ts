import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MonthAudits, monthAuditsSchema } from '../../reports/model/month-audits.ts';
import { CONTENT, jsonOf, parse } from './files.ts';

const FOLDER = join(CONTENT, 'generated', 'audits');

/** The public part of every audit, by month, newest month first. Throws an Error that names a file which is none. */
export function audits(): readonly MonthAudits[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return names
    .filter((name) => /^\d{4}-\d{2}\.json$/.test(name))
    .toSorted()
    .toReversed()
    .map((name) => {
      const file = join(FOLDER, name);
      return parse(monthAuditsSchema, jsonOf(readFileSync(file, 'utf8'), file), file);
    });
}
