import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { carryOut, type Told } from '../commands/frame/carry-out.ts';
import { incidentCommands } from '../commands/incident.ts';
import type { Outcome } from '../core/outcome.ts';
import { readLibrary } from '../incidents/author/library.ts';
import type { Session } from '../incidents/author/session.ts';
import { type Finding, lintNote } from '../incidents/lint/lint.ts';
import { type NoteKind, readNoteFile } from '../incidents/model/note-file.ts';
import { questionsAsked, questionsOf } from '../status/check-question.ts';
import { addRun, readHistory } from '../status/run/history.ts';
import { readSystemFile, sqlIn } from '../systems/system-file.ts';
import { siteText } from './site.ts';

/** When everything in these tests happens: 16:30 in Jakarta. */
const NOW = '2026-01-05T09:30:00Z';

/** A content root of its own with one system and no note, and a session before it; gone with the test. */
export async function createSession(
  more: Partial<Session> & { readonly system?: string } = {},
): Promise<Session> {
  const { system = 'tpc', ...session } = more;
  const root = await mkdtemp(path.join(tmpdir(), 'terang-session-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = path.join('written', 'systems', system);
  await cp(path.join('content', folder), path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, 'written', 'site.yaml'), siteText());
  const draftsFolder = path.join(root, 'drafts');
  const speaking = { zone: 'Asia/Jakarta', language: 'en', asker: null } as const;
  return { contentRoot: root, draftsFolder, now: NOW, ...speaking, ...session };
}

export async function write(
  session: Session,
  line: string,
  texts: readonly string[] = [],
): Promise<Pick<Told, 'text' | 'exitCode'>> {
  const machine = {
    env: { TERANG_LANG: session.language },
    now: () => session.now,
    step: () => undefined,
    isTerminal: session.asker !== null,
    onStop: () => undefined,
    tell: () => undefined,
  };
  const incident = {
    name: 'incident',
    says: 'command.incident',
    entry: incidentCommands(() => session),
  } as const;
  const { text, exitCode } = await carryOut(incident, [...line.split(' '), ...texts], machine);
  return { text, exitCode };
}

/** The only note of a kind: its name, text and lines. */
export async function onlyNote(session: Session, folder = 'written/incidents') {
  const names = await readdir(path.join(session.contentRoot, folder));
  const [name = ''] = names.filter((one) => one.endsWith('.md'));
  const file = path.join(session.contentRoot, folder, name);
  return { names, slug: name.slice(0, -'.md'.length), file, text: await readFile(file, 'utf8') };
}

/** A run of the checks in which all of one system are up, but for these. */
export async function checked(
  { contentRoot }: Session,
  id: string,
  at: string,
  others: Readonly<Record<string, Outcome>> = {},
): Promise<void> {
  const { system, folder } = await readSystemFile(contentRoot, id);
  const outcome: Partial<Record<Outcome, string[]>> = {};
  for (const check of system.checks) {
    const own = others[check.id] ?? 'up';
    outcome[own] = [...(outcome[own] ?? []), check.id];
  }
  const sha256 = '0'.repeat(64);
  const history = await readHistory(path.join(contentRoot, 'generated', 'status'));
  const before = history.manifest?.systems[id]?.questions;
  const questions = questionsAsked(questionsOf(system, sqlIn(folder)), before, at);
  const states = { [id]: { definition_sha256: sha256, questions, details: {}, events: [] } };
  await addRun(history, {
    run: { at, systems: { [id]: { outcome } } },
    asked: [{ system, sha256 }],
    systems: [id],
    state: { demo: false, observed_at: at, offline: false, systems: states },
  });
}

/** What the lint refuses in a note, by rule. */
export async function refusals(
  session: Session,
  file: string,
  kind: NoteKind = 'incident',
): Promise<Finding[]> {
  const { systems } = await readLibrary(session.contentRoot, 'en');
  const findings = await lintNote(readNoteFile(kind, file, await readFile(file)), {
    systems: new Map([...systems].map(([id, { system }]) => [id, system])),
    playbooks: new Map([...systems].map(([id, { playbooks }]) => [id, [...playbooks.keys()]])),
    now: session.now,
    published: () => null,
    exists: () => false,
  });
  return findings.filter(({ level }) => level === 'error');
}

/** Fills in every place of a note, as a person would. */
export async function fillIn(file: string): Promise<string> {
  const time = '2026-01-05 16:20 +07:00';
  const text = (await readFile(file, 'utf8'))
    .replace(/(validated): "\[…\]"/g, `$1: ${time}`)
    .replaceAll('[…] ', '')
    .replaceAll('[…]', 'TPC');
  await writeFile(file, text);
  return text;
}
