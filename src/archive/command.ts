import { existsSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { dayOf, type IsoInstant, monthOf } from '../core/instant.ts';
import { addMonths } from '../core/month.ts';
import type { Site } from '../core/site.ts';
import { CHECKSUMS } from '../reports/model/archive.ts';
import { assertClockOf } from '../store/clock.ts';
import { exclusively } from '../store/lock.ts';
import { openSource } from './content.ts';
import { withFetched } from './fetch.ts';
import { archivedMonths, archivesIn } from './folder.ts';
import { makeArchive } from './make.ts';
import { type Problem, problemLines } from './problem.ts';
import { dropSamples, pruneArchive } from './prune.ts';
import { ArchiveRefusal, EmptyMonthRefusal } from './refusal.ts';
import { type Verdict, verifyArchive } from './verify.ts';

/** What is asked of `npm run archive`, one of these. */
export type ArchiveTask =
  | { readonly task: 'make'; readonly month: string }
  /** Every month since the first archive that is over and not archived; the last one where there is none. */
  | { readonly task: 'due' }
  /** A folder, or an http(s) address. */
  | { readonly task: 'verify'; readonly where: string }
  | { readonly task: 'prune'; readonly month: string; readonly confirmed: boolean }
  | { readonly task: 'drop-samples'; readonly month: string };

export interface ArchiveCommand {
  readonly contentRoot: string;
  /** Whose archive it is; asked for where one is made. */
  readonly site: () => Site;
  readonly now: IsoInstant;
  readonly onStep?: (message: string) => void;
}

export interface Ending {
  readonly text: string;
  /** 2 of an archive that was pruned: nothing is wrong with it, and its figures were not compared. */
  readonly exitCode: 0 | 1 | 2;
}

/** `npm run archive`, without the process around it; its ending in words. */
export async function archiveCommand(task: ArchiveTask, command: ArchiveCommand): Promise<Ending> {
  const { contentRoot, onStep = () => undefined } = command;
  if (task.task === 'verify') return verified(task.where, onStep);
  const text = await exclusively(archivesIn(contentRoot), { onStep }, async () => {
    await assertClockOf(contentRoot, command.now);
    return done(task, command, onStep);
  });
  return { text, exitCode: 0 };
}

async function done(
  task: Exclude<ArchiveTask, { task: 'verify' }>,
  command: ArchiveCommand,
  onStep: (message: string) => void,
): Promise<string> {
  const { contentRoot, now } = command;
  switch (task.task) {
    case 'make':
      return made(command, [task.month], onStep);
    case 'due': {
      const months = await dueMonths(contentRoot, now);
      if (months.length === 0) return 'Every month that is over is archived.';
      return eachMade(command, months, onStep);
    }
    case 'prune': {
      const files = await pruneArchive(contentRoot, task.month, { now, confirmed: task.confirmed });
      return `${task.month}: removed ${files.length} files; checksums, data package and README stay.`;
    }
    case 'drop-samples': {
      const files = await dropSamples(contentRoot, task.month);
      return `${task.month}: removed ${files.length} raw days from generated/status; the archive holds them.`;
    }
    default:
      return task satisfies never;
  }
}

async function made(
  command: ArchiveCommand,
  months: readonly string[],
  onStep: (message: string) => void,
): Promise<string> {
  const lines: string[] = [];
  for (const month of months) {
    onStep(`Archiving ${month}`);
    const { folder, state, sha256 } = await makeArchive(
      command.contentRoot,
      command.site(),
      month,
      command.now,
    );
    const said = state === 'written' ? 'is archived' : 'is archived already, and equal to what content says';
    lines.push(`${month} ${said}: ${folder}, SHA-256 of its checksums ${sha256}`);
  }
  return lines.join('\n');
}

/**
 * Each month by itself: one that can not be archived keeps none of the others from it, and one that holds nothing is
 * said and no fault.
 *
 * @throws ArchiveRefusal when a month that holds something was refused, with what was made of the others
 */
async function eachMade(
  command: ArchiveCommand,
  months: readonly string[],
  onStep: (message: string) => void,
): Promise<string> {
  const lines: string[] = [];
  let refused = false;
  for (const month of months) {
    try {
      lines.push(await made(command, [month], onStep));
    } catch (error) {
      if (!(error instanceof ArchiveRefusal)) throw error;
      lines.push(error.message);
      refused ||= !(error instanceof EmptyMonthRefusal);
    }
  }
  if (refused) throw new ArchiveRefusal(lines.join('\n'));
  return lines.join('\n');
}

/** Nothing before the first archive is made unasked: content may reach back for years. */
async function dueMonths(contentRoot: string, now: IsoInstant): Promise<string[]> {
  const last = addMonths(monthOf(now), -1);
  const archived = await archivedMonths(contentRoot);
  const [oldest] = archived;
  if (oldest === undefined) {
    const { manifest } = await openSource(contentRoot);
    return manifest === null ? [] : [last];
  }
  const months: string[] = [];
  for (let month = oldest; month <= last; month = addMonths(month, 1))
    if (!archived.includes(month)) months.push(month);
  return months;
}

async function verified(where: string, onStep: (message: string) => void): Promise<Ending> {
  if (/^https?:\/\//.test(where)) {
    if (!URL.canParse(where)) throw new ExpectedError(`"${where}" is no address.`);
    onStep('Fetching');
    return withFetched(where, async ({ folder, problems }) => {
      const verdict = await verifyArchive(folder);
      const known = new Set(problems.map(({ file }) => file));
      const rest = verdict.problems.filter(
        ({ file, reason }) => !(known.has(file) && reason === 'is missing'),
      );
      return inWords(where, verdict, [...problems, ...rest]);
    });
  }
  if (!existsSync(path.resolve(where))) throw new ExpectedError(`${where} is not there.`);
  const verdict = await verifyArchive(where);
  return inWords(where, verdict, verdict.problems);
}

function inWords(
  where: string,
  { package: described, checksums, files, pruned, hashes }: Verdict,
  problems: readonly Problem[],
): Ending {
  if (problems.length === 1 && problems[0]?.file === CHECKSUMS && files === 0)
    return { text: `${where} was not verified: ${problemLines(problems)}`, exitCode: 1 };
  if (problems.length > 0) return { text: `${where} is not whole:\n${problemLines(problems)}`, exitCode: 1 };
  if (pruned !== null)
    return {
      text:
        `${where} was pruned on ${dayOf(pruned.at)}, checksums kept: ${pruned.files} files of ${described?.month} ` +
        `were removed and could not be compared; the other ${files - pruned.files} fit.`,
      exitCode: 2,
    };
  const { match, mismatch, missing, 'not-recomputable': untold } = hashes;
  const demo = described?.demo === true ? ' DEMO: its figures are invented.' : '';
  return {
    text:
      `${where} is whole: ${files} files of ${described?.month} fit their checksums, row counts and sums.\n` +
      `Batch hashes computed anew: ${match} match, ${mismatch} do not match, ${missing} missing, ` +
      `${untold === 0 ? '' : `${untold} not recomputable, `}as the archive states.${demo}\n` +
      `SHA-256 of ${CHECKSUMS}: ${checksums}`,
    exitCode: 0,
  };
}
