import { readYaml } from '../core/yaml.ts';
import { textAt } from '../store/disk.ts';
import type { SystemFile } from '../systems/system-file.ts';
import { type Line, line } from './line.ts';
import { namedSettings } from './settings.ts';

interface Step {
  readonly run?: unknown;
  readonly env?: Readonly<Record<string, unknown>> | null;
}
interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] | null } | null>> | null;
}

/** Whether the steps of a workflow are handed what the files of systems name; of a file that is not there, nothing. */
export function workflowLines(file: string, files: readonly SystemFile[]): Line[] {
  const text = textAt(file);
  if (text === null) return [];
  const { jobs } = (readYaml(text).value ?? {}) as Workflow;
  const steps = Object.values(jobs ?? {}).flatMap((job) => job?.steps ?? []);
  const publishes = files.some(({ system }) => system.transparency !== undefined);
  const needed = { snapshot: publishes ? ['DATABASE_URL'] : [], ...namedSettings(files) };
  const lines = Object.entries(needed).flatMap(([part, names]) => {
    const step = steps.find(
      ({ run }) => typeof run === 'string' && run.startsWith(`npm run scheduled -- ${part}`),
    );
    if (step === undefined)
      return names.length === 0 ? [] : [line('todo', 'doctor.workflow.noStep', { file, part })];
    const missing = names.filter((name) => step.env?.[name] === undefined);
    return missing.length === 0
      ? []
      : [line('todo', 'doctor.workflow.missing', { file, part, names: missing.join(', ') })];
  });
  return lines.length > 0 ? lines : [line('ok', 'doctor.workflow.all', { file })];
}
