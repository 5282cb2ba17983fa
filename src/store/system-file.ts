import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
  const file = path.join(contentRoot, 'written', 'systems', id, 'system.yaml');
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new SystemFileError(`${file} can not be read: there is no system "${id}".`, { cause });
  });
  const parsed = parseYaml(file, text, systemSchema);
  if ('problems' in parsed) throw new SystemFileError(parsed.problems.map(formatProblem).join('\n'));
  if (parsed.value.id === id) return parsed.value;
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
