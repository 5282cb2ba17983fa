import { ITEM_STANDS, type Report, type ReportItem, standOf } from './model/report.ts';
import type { Routine } from './model/routine.ts';

/** A report as the team reads it: English, codes as they are. */
export function reportMarkdown(routine: Routine, report: Report): string {
  const { system, due_at, kept, ran_at, items, inputs } = report;
  const lines = [
    `# ${routine.name.en} – ${system}`,
    '',
    `Due ${due_at}, ${kept}${ran_at === null ? '' : `, run ${ran_at}`}. ${counts(report)}`,
    '',
  ];
  for (const item of items) {
    const defined = routine.items.find(({ id }) => id === item.id);
    const why = item.reason === undefined ? '' : ` (${item.reason})`;
    lines.push(`## ${defined?.name.en ?? item.id}: ${standWord(item)}${why}`, '');
    if (defined !== undefined && 'manual' in defined)
      lines.push(`${defined.manual.words.en} (${defined.manual.role})`, '');
    for (const { term, value } of item.evidence) lines.push(`- ${term}: ${value}`);
    if (item.offenders !== undefined) lines.push(`- offenders: ${item.offenders.join(', ')}`);
    if (item.evidence.length > 0 || item.offenders !== undefined) lines.push('');
  }
  for (const remark of routine.remarks) lines.push(`> ${remark.en}`, '');
  lines.push('Made of:', '');
  for (const [name, sha256] of Object.entries(inputs)) lines.push(`- ${name}: ${sha256}`);
  return `${lines.join('\n')}\n`;
}

/** `4 passed, 1 not signed off`; of what nobody ran, that. */
export function counts({ items, kept }: Report): string {
  if (kept === 'missed') return 'missed: nobody ran it in its time';
  const told = ITEM_STANDS.flatMap((stand) => {
    const own = items.filter((item) => standOf(item) === stand);
    return own[0] === undefined ? [] : [`${own.length} ${standWord(own[0])}`];
  });
  return told.join(', ');
}

function standWord(item: ReportItem): string {
  const stand = standOf(item);
  if (stand === 'open') return 'not signed off';
  return stand === 'signed' ? 'signed off' : stand.replace('-', ' ');
}
