import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { knownOf, wrong } from '../core/fault.ts';
import { type FileProblem, parseYaml } from '../core/yaml.ts';
import { type Playbook, playbookOf } from './playbook.ts';
import { type PublicMessages, publicMessagesOf } from './public-message.ts';
import type { System } from './system.ts';

/** The playbooks of a system that can be used, by id, and what is wrong in those that can not, file by file. */
export interface Playbooks {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads `written/systems/<id>/playbooks/*.yaml` below the content root, each held against its system. One that is
 * broken is a problem with file, line and field, and costs none of the others; so is a symptom whose playbook has
 * no file.
 */
export async function readPlaybooks(contentRoot: string, system: System): Promise<Playbooks> {
  const folder = path.join(contentRoot, 'written', 'systems', system.id);
  const ids = await playbookIds(path.join(folder, 'playbooks'));
  const playbooks = new Map<string, Playbook>();
  const problems: FileProblem[] = [];
  for (const id of ids) {
    const file = path.join(folder, 'playbooks', `${id}.yaml`);
    const parsed = parseYaml(file, await readFile(file, 'utf8'), playbookOf(system, id));
    if ('value' in parsed) playbooks.set(id, parsed.value);
    else problems.push(...parsed.problems);
  }
  return { playbooks, problems: [...problems, ...(await symptomsWithout(folder, system, ids))] };
}

/** Symptoms that name a playbook without a file, with their place in system.yaml. */
async function symptomsWithout(
  folder: string,
  { symptoms }: System,
  ids: readonly string[],
): Promise<readonly FileProblem[]> {
  if (symptoms.every(({ playbook }) => ids.includes(playbook))) return [];
  const file = path.join(folder, 'system.yaml');
  const named = parseYaml(file, await readFile(file, 'utf8'), symptomsNaming(ids));
  return 'problems' in named ? named.problems : [];
}

/** The messages of a system in `messages.yaml`; none where there is no such file. */
export async function readMessages(
  contentRoot: string,
  system: System,
): Promise<PublicMessages & { readonly problems: readonly FileProblem[] }> {
  const file = path.join(contentRoot, 'written', 'systems', system.id, 'messages.yaml');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { messages: [], problems: [] };
  const parsed = parseYaml(file, text, publicMessagesOf(system));
  return 'problems' in parsed
    ? { messages: [], problems: parsed.problems }
    : { ...parsed.value, problems: [] };
}

/** The names of the files, without their ending, in order. */
async function playbookIds(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // A system without playbooks.
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted();
}

/** Of a system file only this: that each of its symptoms names a playbook that has a file. */
function symptomsNaming(ids: readonly string[]): z.ZodType<unknown> {
  const playbook = z
    .string()
    .refine(
      (id) => ids.includes(id),
      wrong({ code: 'expected.known-playbook', values: { known: knownOf(ids) } }),
    );
  return z.looseObject({ symptoms: z.array(z.looseObject({ playbook })).optional() });
}
