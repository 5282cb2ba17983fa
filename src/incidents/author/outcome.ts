import type { KnownStatus } from './known-status.ts';
import { BLANK, type HeldBack, type Told } from './sentences.ts';
import type { AskingSession, Session } from './session.ts';

export interface Outcome {
  readonly file: string;
  readonly text: string;
  readonly told: Told | null;
  readonly status: KnownStatus;
  /** What is wrong in files of systems and playbooks. */
  readonly problems: readonly string[];
}

type Speaking = Pick<AskingSession, 'say' | 'language'>;

/** What the writer reads after a file was written: which, what is still to be filled in, what was held back. */
export function outcomeText(session: Speaking, { file, text, told, status, problems }: Outcome): string {
  const { say } = session;
  const places = blanksIn(text);
  return [
    say('author.told.written', { file }),
    ...(told === null ? [] : heldBackLines(session, told)),
    ...troubleLines(session, status),
    ...(places.length === 0
      ? [say('author.told.complete')]
      : [say('author.told.places'), ...places.map(({ line, words }) => `  ${file}:${line}: ${words}`)]),
    say('author.told.then', { command: lintCommand(session) }),
    ...(problems.length === 0 ? [] : [say('author.told.problems'), ...problems]),
  ].join('\n');
}

/** `failing: csv-export; not known: page-loads; held back: "Transparency data remains available."`. */
export function heldBackLines({ say, language }: Speaking, { heldBack }: Told): string[] {
  return heldBack.map(({ failing, unknown, words }: HeldBack) =>
    [
      ...(failing.length === 0 ? [] : [say('author.told.failing', { checks: failing.join(', ') })]),
      ...(unknown.length === 0 ? [] : [say('author.told.unknown', { checks: unknown.join(', ') })]),
      say('author.told.held-back', { sentence: words[language] }),
    ].join('; '),
  );
}

/** What must be said of the checks as a whole. */
export function troubleLines({ say }: Speaking, { trouble }: KnownStatus): string[] {
  return trouble === null ? [] : [say(`author.checks.${trouble}`)];
}

function lintCommand({ language }: Pick<Session, 'language'>): string {
  return `npm run lint:content${language === 'en' ? '' : ` -- --lang ${language}`}`;
}

function blanksIn(text: string): { line: number; words: string }[] {
  return text
    .split(/\r?\n/)
    .map((words, index) => ({ line: index + 1, words: words.trim() }))
    .filter(({ words }) => words.includes(BLANK));
}
