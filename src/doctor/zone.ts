import { existsSync } from 'node:fs';
import { siteFile, siteOrProblems } from '../systems/site-file.ts';
import { formatProblem } from '../words/said.ts';
import { type Line, line } from './line.ts';

/** Whether this machine knows the time zones that the site names; its file is told of where it is wrong. */
export function zoneLines(contentRoot: string): Line[] {
  if (!existsSync(siteFile(contentRoot)))
    return [line('todo', 'doctor.site.none', { file: siteFile(contentRoot) })];
  const read = siteOrProblems(contentRoot);
  // A zone that the data does not know is a problem of the file's like any other.
  if ('problems' in read)
    return read.problems.map((one) => line('todo', 'doctor.site.wrong', { problem: formatProblem(one) }));
  const { first, beside } = read.site.time;
  const zones = [first, beside ?? []].flat().join(', ');
  return [line('ok', 'doctor.zone.known', { zones, version: process.versions.tz ?? '' })];
}
