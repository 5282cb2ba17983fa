import type { Check } from '../../systems/check/check.ts';
import { type Answer, answerOf, CheckFailure } from './answer.ts';
import type { Ask, AskContext } from './context.ts';
import { KINDS } from './kinds.ts';

/** Carries out one check, whatever its kind. What throws is a defect of ours, not an answer. */
export async function ask(check: Check, context: AskContext): Promise<Answer> {
  try {
    return await (KINDS[check.kind] as Ask<Check>)(check, context);
  } catch (error) {
    if (error instanceof CheckFailure) return answerOf(error);
    throw error;
  }
}
