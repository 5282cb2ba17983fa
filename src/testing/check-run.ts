import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { type CheckCommand, checkCommand, type Ending } from '../checks/command.ts';
import type { Sample } from '../domain/sample.ts';
import { check, type GivenCheck } from './checks.ts';
import { json, startPeer } from './peer.ts';

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
export function runChecks(contentRoot: string, given: Partial<CheckCommand> = {}): Promise<Ending> {
  return checkCommand({ contentRoot, settings: {}, now: () => '2026-01-26T12:00:00.123Z', ...given });
}

/** One check in a run of its own, beside a canary that answers: its sample, and how the command ended. */
export async function runOne(
  given: GivenCheck,
  more: Partial<CheckCommand> & { readonly sql?: string } = {},
): Promise<{ readonly sample: Sample | undefined; readonly ending: Ending }> {
  const canary = await startPeer((_, response) => json(response, {}));
  const root = await createContent([given]);
  const { sql, ...command } = more;
  if (sql !== undefined) {
    const folder = path.join(root, 'written', 'systems', 'sample', 'sql');
    await mkdir(folder);
    await writeFile(path.join(folder, 'question.sql'), sql);
  }
  const settings = { TERANG_CANARIES: canary.url, ...command.settings };
  const ending = await runChecks(root, { ...command, settings });
  const samples = [...(ending.answers?.systems.get('sample')?.values() ?? [])];
  return { sample: samples[0]?.sample, ending };
}
