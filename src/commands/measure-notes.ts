import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { buildSite } from '../demo/build.ts';
import { acceptNotes } from '../incidents/accept/accept.ts';
import { lintContent } from '../incidents/accept/lint-content.ts';
import { lintNote } from '../incidents/lint/lint.ts';
import { type Context, defineCommand, type Ending, type Given } from './frame/command.ts';

const HOUR = 3_600_000;

const STATUSES = ['Investigating', 'Identified', 'Monitoring', 'Resolved'] as const;
/** `2026-01-05 16:30 +00:00` */
const written = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} +00:00`;

/** An incident of an hour for each hour's end of one update: the words differ from note to note. */
function noteOf(index: number, started: number, updates: number): string {
  const facts = [
    '---',
    `title: { en: "Daily figures late, case ${index}", id: "Angka harian terlambat, kasus ${index}" }`,
    'system: tpc\ncomponents: [api]\nseverity: standard',
    `started: ${written(started)}`,
    'late_reason: { en: Measured all at once., id: Diukur sekaligus. }',
    `resolved: ${written(started + (updates - 1) * HOUR)}`,
    '---\n',
  ];
  const sections = Array.from({ length: updates }, (_, at) => {
    const status = at === updates - 1 ? 'Resolved' : STATUSES[Math.min(at, 2)];
    const heading = `## ${status} · ${written(started + at * HOUR)}`;
    const english = `In case ${index} the daily figures are shown late. The team looks into it, step ${at + 1}.`;
    const indonesian = `Pada kasus ${index} angka harian ditampilkan terlambat. Tim sedang memeriksanya, langkah ${at + 1}.`;
    return `${heading}\n\n### English\n\n${english}\n\n### Indonesia\n\n${indonesian}\n`;
  });
  return `${facts.join('\n')}\n${sections.join('\n')}`;
}

const OPTIONS = {
  notes: { type: 'string', says: 'option.notes', like: '1000', default: '1000' },
  updates: { type: 'string', says: 'option.updates', like: '4', default: '4' },
} as const;

/** How long many incidents take: looked at by the lint, accepted, accepted again unchanged, and built into a site. */
export const measureNotes = defineCommand({ options: OPTIONS, run: measure });

async function measure(given: Given<typeof OPTIONS>, { step }: Context): Promise<Ending> {
  const [notes, updates] = [Number(given.notes), Number(given.updates)];
  const lines: string[] = [];
  const contentRoot = await mkdtemp(path.join(tmpdir(), 'terang-notes-'));
  const outDir = path.join('.terang', 'measure-notes');
  try {
    await cp('content/written', path.join(contentRoot, 'written'), { recursive: true });
    await mkdir(path.join(contentRoot, 'generated'), { recursive: true });
    const folder = path.join(contentRoot, 'written', 'incidents');
    for (const name of await readdir(folder)) {
      if (/^\d.*\.md$/.test(name)) await rm(path.join(folder, name));
    }
    const now = Date.now();
    for (let index = 1; index <= notes; index += 1) {
      // Three a day, backwards from the day before yesterday, none at the turn of a day.
      const day = new Date(now - (2 + Math.floor(index / 3)) * 24 * HOUR).toISOString().slice(0, 10);
      const started = Date.parse(`${day}T02:00:00Z`) + (index % 3) * 5 * HOUR;
      await writeFile(path.join(folder, `${day}-case-${index}.md`), noteOf(index, started, updates));
    }
    const at = () => new Date(now).toISOString();
    const timed = async <Ending>(what: string, work: () => Promise<Ending>) => {
      step(what);
      const began = performance.now();
      const ending = await work();
      lines.push(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
      return ending;
    };
    const assertGood = (text: string, exitCode: number) => {
      if (exitCode !== 0) throw new ExpectedError(text);
    };
    const accept = async () => {
      const { text, exitCode } = await acceptNotes({ contentRoot, now: at, lint: lintNote });
      assertGood(text, exitCode);
    };
    const size = `${notes} incidents of ${updates} updates`;
    await timed(`${size}: npm run lint:content`, async () => {
      const { findings, problems, exitCode } = await lintContent({ contentRoot, now: at() });
      assertGood(
        [...problems, ...findings.slice(0, 5).map((one) => JSON.stringify(one))].join('\n'),
        exitCode,
      );
    });
    await timed(`${size}: npm run notes`, accept);
    await timed(`${size}: npm run notes, nothing new`, accept);
    const build = () => buildSite({ contentRoot, outDir, siteUrl: 'https://terang.example' });
    await timed(`${size}: a build, its preview images not drawn before`, build);
    await timed(`${size}: a build, its preview images kept`, build);
    return { text: lines.join('\n'), exitCode: 0 };
  } finally {
    await rm(contentRoot, { recursive: true, force: true });
    await rm(outDir, { recursive: true, force: true });
  }
}
