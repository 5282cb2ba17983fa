import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceTerm, Report } from './model/report.ts';
import { signOffName } from './model/sign-off.ts';

/** TPC-20's template, word for word. It states two facts, so it is offered only while the report bears them out. */
const NORMAL = {
  en: 'Update: systems operating normally. Aggregated data and batch audits are available on the Transparency page.',
  id: 'Pembaruan: sistem berjalan normal. Data agregat dan audit batch tersedia di Transparency page.',
};
const OTHERWISE = {
  en: (day: string) => `Update: the last complete figures are those up to ${day}.`,
  id: (day: string) => `Pembaruan: angka lengkap terakhir adalah hingga ${day}.`,
};

/**
 * TPC-13: the optional public note of a week, as a draft for a person to read, change and publish: figures that
 * are known, and no word on what is to come. Null where the week has no figures that hold.
 */
export function publicNote(report: Report, unit: string): string | null {
  const evidence = new Map(
    report.items.flatMap((item) => item.evidence).map(({ term, value }) => [term, value]),
  );
  const until = report.items
    .find((item) => item.result === 'passed' && item.evidence.some(({ term }) => term === 'revenue-7d'))
    ?.evidence.find(({ term }) => term === 'period')
    ?.value.split(' – ')
    .at(-1);
  if (until === undefined) return null;
  const allWell = report.items.every(({ result }) => result === 'passed' || result === 'manual');
  const figure = (language: 'en-GB' | 'id-ID', term: EvidenceTerm, sign: 'auto' | 'exceptZero' = 'auto') => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 6, signDisplay: sign });
    // A decimal text is formatted digit by digit; the types know numbers only.
    return format.format((evidence.get(term) ?? '0') as unknown as number);
  };
  return [
    '### English',
    '',
    allWell ? NORMAL.en : OTHERWISE.en(until),
    '',
    `In the seven days up to ${until}, ${figure('en-GB', 'revenue-7d')} ${unit} of revenue were recorded in ` +
      `${figure('en-GB', 'transactions-7d')} transactions, and ${figure('en-GB', 'distributed-7d')} ${unit} were distributed ` +
      `(revenue against the week before: ${figure('en-GB', 'revenue-7d-change', 'exceptZero')} ${unit}).`,
    '',
    '### Indonesia',
    '',
    allWell ? NORMAL.id : OTHERWISE.id(until),
    '',
    `Dalam tujuh hari hingga ${until}, tercatat pendapatan ${figure('id-ID', 'revenue-7d')} ${unit} dari ` +
      `${figure('id-ID', 'transactions-7d')} transaksi, dan ${figure('id-ID', 'distributed-7d')} ${unit} telah didistribusikan ` +
      `(pendapatan dibanding pekan sebelumnya: ${figure('id-ID', 'revenue-7d-change', 'exceptZero')} ${unit}).`,
    '',
  ].join('\n');
}

/** Writes the draft to a folder that git ignores; returns its file, null where there is nothing to say. */
export async function draftPublicNote(folder: string, report: Report, unit: string): Promise<string | null> {
  const note = publicNote(report, unit);
  if (note === null) return null;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${report.system}-${report.routine}-${signOffName(report.due_at)}.md`);
  await writeFile(file, note);
  return file;
}
