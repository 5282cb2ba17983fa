import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type System, systemSchema } from '../domain/system.ts';
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
