import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { type FileProblem, parseYaml, readYaml } from '../core/yaml.ts';
import { formatProblem } from '../words/said.ts';
import { settingsPrefix } from './check/setting-use.ts';
import { type PublishingSystem, type System, systemSchema } from './system.ts';

/** What is wrong in the file of a system: each problem, and all of them as text, in English. */
export class SystemFileError extends ExpectedError {
  override readonly name = 'SystemFileError';
  readonly problems: readonly FileProblem[];
  /** How many checks the file lists, none of which can be asked. */
  readonly checks: number;

  constructor(problems: readonly FileProblem[] | string, options?: ErrorOptions & { checks?: number }) {
    super(
      typeof problems === 'string' ? problems : problems.map((one) => formatProblem(one)).join('\n'),
      options,
    );
    this.problems = typeof problems === 'string' ? [] : problems;
    this.checks = options?.checks ?? 0;
  }
}

/**
 * Reads `written/systems/<id>/system.yaml` below the content root.
 *
 * @throws SystemFileError with every problem at once: file, line, column, field and reason
 */
export async function readSystem(contentRoot: string, id: string): Promise<System> {
  return (await readSystemFile(contentRoot, id)).system;
}

/** A system, the folder its file stands in, and the SHA-256 of that file. */
export interface SystemFile {
  readonly system: System;
  readonly folder: string;
  readonly sha256: string;
}

/** The same as `readSystem`, with where it was read. */
export async function readSystemFile(contentRoot: string, id: string): Promise<SystemFile> {
  const folder = path.join(contentRoot, 'written', 'systems', id);
  const file = path.join(folder, 'system.yaml');
  const whole = { file, line: 1, column: 1, field: '' };
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new SystemFileError([{ ...whole, code: 'system.missing', values: { id } }], { cause });
  });
  const parsed = parseYaml(file, text, systemSchema);
  if ('problems' in parsed) throw new SystemFileError(parsed.problems, { checks: checksIn(text) });
  if (parsed.value.id !== id)
    throw new SystemFileError([{ ...whole, field: 'id', code: 'system.folder', values: { id } }]);
  await assertOwnPrefix(contentRoot, file, parsed.value);
  return { system: parsed.value, folder, sha256: sha256Hex(text) };
}

/** How many checks a file lists, whatever else is wrong in it. */
function checksIn(text: string): number {
  const { checks } = (readYaml(text).value ?? {}) as { checks?: unknown };
  return Array.isArray(checks) ? checks.length : 0;
}

/** What the names of every system's settings begin with, by system; of a file that is no YAML it is what its id says. */
export async function settingsPrefixes(contentRoot: string): Promise<ReadonlyMap<string, string>> {
  const ids = await listSystems(contentRoot);
  const pairs = ids.map(async (id) => {
    const text = await readFile(
      path.join(contentRoot, 'written', 'systems', id, 'system.yaml'),
      'utf8',
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''; // A folder that is no system has no settings either.
      throw error;
    });
    const declared = (readYaml(text).value as { settings_prefix?: unknown } | null | undefined)
      ?.settings_prefix;
    return [
      id,
      settingsPrefix({ id, settings_prefix: typeof declared === 'string' ? declared : undefined }),
    ] as const;
  });
  return new Map(await Promise.all(pairs));
}

/**
 * No system names what opens another: its prefix is not the beginning of another's, and one that it declares is not
 * another's either. Whoever has it by its own id is in its right.
 */
async function assertOwnPrefix(contentRoot: string, file: string, system: System): Promise<void> {
  const own = settingsPrefix(system);
  const isDeclared = system.settings_prefix !== undefined;
  for (const [id, prefix] of await settingsPrefixes(contentRoot))
    if (id !== system.id && prefix.startsWith(own) && (isDeclared || prefix !== own))
      throw new SystemFileError([
        {
          file,
          line: 1,
          column: 1,
          field: 'settings_prefix',
          code: 'system.prefix',
          values: { own: own.slice(0, -1), prefix, id },
        },
      ]);
}

/**
 * The same, for a system that publishes datasets.
 *
 * @throws SystemFileError also when it publishes none
 */
export async function readPublishingSystem(contentRoot: string, id: string): Promise<PublishingSystem> {
  const { transparency, ...system } = await readSystem(contentRoot, id);
  if (transparency === undefined)
    throw new SystemFileError(
      `The system "${id}" publishes no datasets: its system.yaml has no "transparency".`,
    );
  return { ...system, transparency };
}

/** Reads files of SQL in a system's folder; null for one that is not there. */
export function sqlIn(folder: string): (file: string) => string | null {
  return (file) => {
    const where = path.join(folder, file);
    return existsSync(where) ? readFileSync(where, 'utf8') : null;
  };
}

/** The systems that have a folder below the content root, in the order of their ids. */
export async function listSystems(contentRoot: string): Promise<string[]> {
  const entries = await readdir(path.join(contentRoot, 'written', 'systems'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
