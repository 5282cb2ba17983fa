import { existsSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { isZone } from '../core/zone.ts';
import { prepareDrafts } from '../incidents/author/drafts.ts';
import { postmortem, resolveIncident } from '../incidents/author/further.ts';
import { newMaintenance } from '../incidents/author/maintenance.ts';
import { publicMessage } from '../incidents/author/message.ts';
import { newIncident } from '../incidents/author/new-incident.ts';
import type { Flags } from '../incidents/author/question.ts';
import type { AskingSession, Session, Written } from '../incidents/author/session.ts';
import { askOnTerminal } from '../incidents/author/terminal.ts';
import { updateNote } from '../incidents/author/update.ts';
import { readSite, siteFile } from '../systems/site-file.ts';
import {
  CONTENT,
  type Command,
  type Context,
  defineCommand,
  type Group,
  type Option,
  type Options,
} from './frame/command.ts';

/** Where a note is written from, as the process that asks for it stands. */
type DeskOf = (context: Context, content: string, drafts: string) => Session;

const option = (says: Option['says'], like: string): Option => ({ type: 'string', says, like });
const SYSTEM = { system: option('option.note.system', 'tpc') };
const COMPONENTS = { components: option('option.note.components', 'api,csv-export') };
const TITLES = {
  'title-en': option('option.note.title-en', '…'),
  'title-id': option('option.note.title-id', '…'),
};
const TEXTS = {
  'text-en': option('option.note.text-en', '…'),
  'text-id': option('option.note.text-id', '…'),
};
const AT = { at: option('option.note.at', '"2026-02-01 01:00"') };
const OVER = { over: option('option.note.over', '"2026-02-01 00:45"') };
const NEXT_UPDATE = { 'next-update': option('option.note.next-update', '"2026-02-01 02:00"') };
const DESK = {
  zone: {
    type: 'string',
    says: 'option.note.zone',
    like: 'Asia/Jakarta',
    fault: (zone, t) => (isZone(zone) ? null : t('author.answer.zone', { zone })),
  },
  drafts: {
    type: 'string',
    says: 'option.note.drafts',
    like: '.terang/drafts',
    setting: 'TERANG_DRAFTS',
    default: path.join('.terang', 'drafts'),
  },
  content: CONTENT,
} as const satisfies Options;

/** `incident new`, `incident update` and the others, each from the session that `deskOf` gives it. */
export function incidentCommands(deskOf: DeskOf): Group {
  const writes = (
    run: (session: AskingSession, flags: Flags) => Promise<Written>,
    options: Options,
    about: Pick<Command, 'examples' | 'words'> = {},
  ) =>
    defineCommand<typeof DESK>({ options: { ...options, ...DESK }, ...about, run: carriedOut(run, deskOf) });
  const ofNote = (example: string) => ({ words: 1, examples: [example] });
  return {
    commands: {
      new: {
        says: 'command.incident.new',
        command: writes(
          newIncident,
          {
            ...SYSTEM,
            playbook: option('option.note.playbook', 'cron-failure'),
            severity: option('option.note.severity', 'critical'),
            ...COMPONENTS,
            started: option('option.note.started', '"2026-02-01 01:00"'),
            ...NEXT_UPDATE,
            ...TITLES,
            ...TEXTS,
          },
          { examples: ['--system tpc --playbook cron-failure'] },
        ),
      },
      update: {
        says: 'command.incident.update',
        command: writes(
          updateNote,
          { status: option('option.note.status', 'identified'), ...AT, ...OVER, ...NEXT_UPDATE, ...TEXTS },
          ofNote('2026-02-01-api-fails --status identified'),
        ),
      },
      resolve: {
        says: 'command.incident.resolve',
        command: writes(resolveIncident, { ...AT, ...OVER, ...TEXTS }, ofNote('2026-02-01-api-fails')),
      },
      postmortem: {
        says: 'command.incident.postmortem',
        command: writes(postmortem, { ...AT, ...TEXTS }, ofNote('2026-02-01-api-fails')),
      },
      maintenance: {
        says: 'command.incident.maintenance',
        command: writes(
          newMaintenance,
          {
            ...SYSTEM,
            ...COMPONENTS,
            starts: option('option.note.starts', '"2026-02-01 01:00"'),
            lasts: option('option.note.lasts', '"2 hours"'),
            rule: option('option.note.rule', '"FREQ=WEEKLY;BYDAY=SU"'),
            ...TITLES,
            ...TEXTS,
          },
          { examples: ['--system tpc --components api --starts "2026-02-01 01:00" --lasts PT2H'] },
        ),
      },
      message: {
        says: 'command.incident.message',
        command: writes(
          publicMessage,
          { ...SYSTEM, message: option('option.note.message', 'normal-operations') },
          { examples: ['--system tpc --message normal-operations'] },
        ),
      },
      drafts: { says: 'command.incident.drafts', command: writes(prepareDrafts, {}) },
    },
  };
}

export const incident = incidentCommands(({ now, languages, isTerminal }, contentRoot, draftsFolder) => ({
  contentRoot,
  draftsFolder,
  now: `${now().slice(0, 'YYYY-MM-DDThh:mm'.length)}:00Z`,
  zone: siteZone(contentRoot),
  language: languages[0],
  asker: isTerminal ? askOnTerminal : null,
}));

/** The zone that the site shows first: its times are meant where none is told. */
function siteZone(contentRoot: string): string {
  return existsSync(siteFile(contentRoot)) ? readSite(contentRoot).time.first : 'UTC';
}

function carriedOut(
  run: (session: AskingSession, flags: Flags) => Promise<Written>,
  deskOf: DeskOf,
): Command<typeof DESK>['run'] {
  return async ({ words, zone, content, drafts, ...flags }, context) => {
    const { t, languages } = context;
    const desk = deskOf(context, content, drafts);
    const session = { ...desk, zone: zone ?? desk.zone, language: languages[0], say: t };
    try {
      const { text } = await run(session, { ...(flags as Flags), ...noteNamed(words[0]) });
      return { text, exitCode: 0 };
    } catch (error) {
      // An answer that was given up (Ctrl+C) writes nothing.
      if ((error as Error).name !== 'ExitPromptError') throw error;
      throw new ExpectedError(t('author.note.nothing'), { cause: error });
    }
  };
}

/** A note as it is named: by its slug, its file, or with the folder that it stands in. */
function noteNamed(name: string | undefined): Flags {
  if (name === undefined) return {};
  const folder = path.basename(path.dirname(name));
  const told = ['incidents', 'maintenance'].includes(folder);
  return { slug: path.basename(name, '.md'), ...(told ? { folder } : {}) };
}
