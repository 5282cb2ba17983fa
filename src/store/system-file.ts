import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../domain/canonical.ts';
import { type PublishingSystem, type System, systemSchema } from '../domain/system.ts';
import { formatProblem, parseYaml } from '../domain/yaml.ts';

export class SystemFileError extends Error {
  override readonly name = 'SystemFileError';
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
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new SystemFileError(`${file} can not be read: there is no system "${id}".`, { cause });
  });
  const parsed = parseYaml(file, text, systemSchema);
  if ('problems' in parsed) throw new SystemFileError(parsed.problems.map(formatProblem).join('\n'));
  if (parsed.value.id === id) return { system: parsed.value, folder, sha256: sha256Hex(text) };
  throw new SystemFileError(`${file}:1:1 id: expected "${id}", the name of its folder`);
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

/** The systems that have a folder below the content root, in the order of their ids. */
export async function listSystems(contentRoot: string): Promise<string[]> {
  const entries = await readdir(path.join(contentRoot, 'written', 'systems'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
