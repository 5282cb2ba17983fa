import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Desk, Written } from './desk.ts';
import { prepareDrafts } from './drafts.ts';
import { AuthoringError } from './error.ts';
import { postmortem, resolveIncident } from './further.ts';
import { newMaintenance } from './maintenance.ts';
import { publicMessage } from './message.ts';
import { newIncident } from './new-incident.ts';
import type { Flags } from './question.ts';
import { updateNote } from './update.ts';

/** How a command ends: what the writer reads, and 0 only when what was asked for was done. */
export interface Ending {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

interface Command {
  readonly does: string;
  /** The flags it knows, beside `--zone`. */
  readonly flags: readonly string[];
  readonly run: (desk: Desk, flags: Flags) => Promise<Written>;
}

const TEXTS = ['text-en', 'text-id'];
const TITLES = ['title-en', 'title-id'];

const COMMANDS: Readonly<Record<string, Command>> = {
  new: {
    does: 'a first note of an incident: --system tpc --playbook cron-failure',
    flags: ['system', 'playbook', 'severity', 'components', 'started', ...TITLES],
    run: newIncident,
  },
  update: {
    does: 'one more update of an incident or a maintenance: <slug> --status identified',
    flags: ['status', 'at', ...TEXTS],
    run: updateNote,
  },
  resolve: {
    does: 'the last update, when it is over: <slug>',
    flags: ['at', ...TEXTS],
    run: resolveIncident,
  },
  postmortem: {
    does: 'what happened and what was learnt: <slug>',
    flags: ['at', ...TEXTS],
    run: postmortem,
  },
  maintenance: {
    does: 'a note of planned work: --system tpc --components api --starts "2026-02-01 01:00" --lasts PT2H',
    flags: ['system', 'components', 'starts', 'lasts', 'rule', ...TITLES, ...TEXTS],
    run: newMaintenance,
  },
  message: {
    does: 'a public message in both languages: --system tpc --message normal-operations',
    flags: ['system', 'message'],
    run: publicMessage,
  },
  drafts: { does: 'prepares drafts of what the checks see', flags: [], run: prepareDrafts },
};

/** `npm run incident -- <command> [<slug>] [--flag answer …]`, without the process around it. */
export async function incidentCommand(desk: Desk, args: readonly string[]): Promise<Ending> {
  const [name = '', ...rest] = args;
  const command = COMMANDS[name];
  if (command === undefined) return { text: usage(name), exitCode: 1 };
  try {
    const { flags, zone } = flagsIn(rest, command);
    const { text } = await command.run({ ...desk, zone: zone ?? desk.zone }, flags);
    return { text, exitCode: 0 };
  } catch (error) {
    if (error instanceof AuthoringError) return { text: error.message, exitCode: 1 };
    // An answer that was given up (Ctrl+C) writes nothing.
    if ((error as Error).name === 'ExitPromptError') return { text: 'Nothing was written.', exitCode: 1 };
    throw error;
  }
}

function flagsIn(args: readonly string[], command: Command): { flags: Flags; zone: string | undefined } {
  const names = [...command.flags, 'zone'];
  const options = Object.fromEntries(names.map((flag) => [flag, { type: 'string' as const }]));
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const known = names.map((flag) => `--${flag}`).join(', ');
    throw new AuthoringError([(error as Error).message, `The answers it takes are ${known}.`]);
  }
  const { zone, ...flags } = parsed.values as Flags;
  const [slug] = parsed.positionals;
  if (zone !== undefined && !isZone(zone))
    throw new AuthoringError([
      `--zone: "${zone}" is not a time zone; write Asia/Jakarta, Asia/Makassar or UTC`,
    ]);
  return { flags: slug === undefined ? flags : { ...flags, ...noteNamed(slug) }, zone };
}

/** A note as it is named: by its slug, its file, or with the folder that it stands in. */
function noteNamed(name: string): Flags {
  const folder = path.basename(path.dirname(name));
  const told = ['incidents', 'maintenance'].includes(folder);
  return { slug: path.basename(name, '.md'), ...(told ? { folder } : {}) };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Only an unknown zone is thrown here.
  }
}

function usage(name: string): string {
  const lines = Object.entries(COMMANDS).map(([command, { does }]) => `  ${command.padEnd(12)} ${does}`);
  const begin = name === '' ? 'What is to be written?' : `"${name}" is not known.`;
  return [`${begin} npm run incident -- <command>`, ...lines, 'Answers that are missing are asked for.'].join(
    '\n',
  );
}
