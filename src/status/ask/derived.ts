import { type Decimal, minus, percentOf } from '../../core/money.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import { type Answer, notAsked } from './answer.ts';
import type { AskContext } from './context.ts';
import { judged } from './measure.ts';

/** A number made of two others, of this run. */
export async function derived(check: CheckOf<'derived'>, context: AskContext): Promise<Answer> {
  const of = measuredBy(check.of, context);
  const to = 'check' in check.to ? measuredBy(check.to.check, context) : settingOf(check.to.setting, context);
  const value = check.as === 'percent' ? percentOf(of, to) : minus(of, to);
  return { sample: judged(value, check.gauge, {}) };
}

function measuredBy(id: string, { samples }: AskContext): Decimal {
  const sample = samples.get(id);
  if (sample?.value === undefined || sample.outcome === 'unknown')
    throw notAsked('input-unknown', `"${id}" measured nothing`);
  return sample.value;
}

function settingOf(id: string, { system }: AskContext): Decimal {
  const value = system.settings[id]?.value ?? null;
  if (value === null) throw notAsked('missing-setting', `the setting "${id}" in system.yaml is null`);
  return value;
}
