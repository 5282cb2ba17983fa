import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { parseLines } from '../core/canonical.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import { checkRow } from '../site/views/status/check-rows.ts';
import { presentOf } from '../status/present.ts';
import { type CheckCommand, checkCommand, type Ending } from '../status/run/command.ts';
import type { Sample } from '../status/sample.ts';
import { runsOf, statusRunSchema } from '../status/status-run.ts';
import { check, type GivenCheck, systemOf } from './checks.ts';
import { type Ended, endingOf } from './ending.ts';
import { json, startPeer } from './peer.ts';
import { readerFor } from './site.ts';

const words = { en: 'Name', id: 'Nama' };

/** A content root that is gone with its test, with one system of these checks. */
export async function createContent(
  checks: readonly GivenCheck[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'terang-checks-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeSystem(root, 'sample', stringify(described(checks, more)));
  return root;
}

/** Writes the file of a system below a content root, whatever its text. */
export async function writeSystem(root: string, id: string, text: string): Promise<void> {
  const folder = path.join(root, 'written', 'systems', id);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'system.yaml'), text);
}

/** What system.yaml says of a system with one component "api". */
export function described(
  checks: readonly GivenCheck[],
  more: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    id: 'sample',
    name: words,
    summary: words,
    components: [{ id: 'api', name: words }],
    checks: checks.map(check),
    ...more,
  };
}

/** The run of a command over a content root, at noon unless told. */
export function runChecks(contentRoot: string, given: Partial<CheckCommand> = {}): Promise<Ended<Ending>> {
  return endingOf(
    checkCommand({ contentRoot, settings: {}, now: () => '2026-01-26T12:00:00.123Z', ...given }),
  );
}

/** A failure is said at once: one run is all there is. */
const UNDAMPED = { damping: { down_after: 1 } };

export interface OneRun {
  readonly sample: Sample | undefined;
  readonly ending: Ended<Ending>;
  /** The state and the reason in words, as the page of the system shows them, from what was written to disk. */
  readonly shown: Readonly<Record<Language, string>>;
}

/** One check in a run of its own, beside a canary that answers: its sample, how the command ended, what the page says. */
export async function runOne(
  given: GivenCheck,
  more: Partial<CheckCommand> & { readonly sql?: string } = {},
): Promise<OneRun> {
  const canary = await startPeer((_, response) => json(response, {}));
  const root = await createContent([given], UNDAMPED);
  const { sql, ...command } = more;
  if (sql !== undefined) {
    const folder = path.join(root, 'written', 'systems', 'sample', 'sql');
    await mkdir(folder);
    await writeFile(path.join(folder, 'question.sql'), sql);
  }
  const settings = { TERANG_CANARIES: canary.url, ...command.settings };
  const ending = await runChecks(root, { ...command, settings });
  const samples = [...(ending.answers?.systems.get('sample')?.values() ?? [])];
  return { sample: samples[0]?.sample, ending, shown: await shownAfter(root, given, ending) };
}

async function shownAfter(
  root: string,
  given: GivenCheck,
  { manifest }: Ended<Ending>,
): Promise<OneRun['shown']> {
  if (manifest === undefined) throw new Error('nothing was written');
  const texts = manifest.samples.map((file) =>
    readFile(path.join(root, 'generated', 'status', file.path), 'utf8'),
  );
  const lines = parseLines((await Promise.all(texts)).join('')).map((line) => statusRunSchema.parse(line));
  const { components } = presentOf({
    system: systemOf([given], UNDAMPED),
    runs: runsOf(lines, 'sample'),
    details: manifest.systems.sample?.details ?? {},
    now: manifest.observed_at,
  });
  const [now] = components.flatMap(({ checks }) => checks);
  if (now === undefined) throw new Error('the system has no check');
  const said = LANGUAGES.map((language) => {
    const { mark, notes } = checkRow(readerFor(language), now, null);
    const [reason = ''] = now.state.sample?.reason === undefined ? [] : notes;
    return [language, `${mark.word}: ${reason}`] as const;
  });
  return Object.fromEntries(said) as Record<Language, string>;
}
