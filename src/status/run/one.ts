import type { Check } from '../../systems/check/check.ts';
import type { SystemFile } from '../../systems/system-file.ts';
import type { Answer } from '../ask/answer.ts';
import { canariesIn } from './canary.ts';
import { toAsk } from './command.ts';
import { askAll, inputsOf, type RunOptions } from './run.ts';

/** What one check was answered, in a run of it and of what it rests on. */
interface OneAnswer {
  readonly answer: Answer;
  /** True when the machine that asks had no network itself. */
  readonly offline: boolean;
}

/** Asks one check now, as a run would, and keeps nothing. @throws ExpectedError */
export async function askOne(
  contentRoot: string,
  file: SystemFile,
  check: Check,
  options: Pick<RunOptions, 'settings' | 'now' | 'trust' | 'onStep'>,
): Promise<OneAnswer> {
  const { system } = file;
  const needed = withInputs(check, system.checks, []);
  const checks = system.checks.filter(({ id }) => needed.includes(id));
  const { systems, offline } = await askAll({
    ...options,
    canaries: canariesIn(options.settings.TERANG_CANARIES),
    systems: [toAsk(contentRoot, { ...file, system: { ...system, checks } })],
  });
  const answer = systems.get(system.id)?.get(check.id);
  if (answer === undefined) throw new Error(`${check.id} was not asked`);
  return { answer, offline };
}

/** A check and those that it rests on, however far down. */
function withInputs(check: Check, all: readonly Check[], known: readonly string[]): readonly string[] {
  if (known.includes(check.id)) return known;
  return inputsOf(check)
    .flatMap((id) => all.find((other) => other.id === id) ?? [])
    .reduce<readonly string[]>((found, input) => withInputs(input, all, found), [...known, check.id]);
}
