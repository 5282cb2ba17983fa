import type { Language } from '../../core/language.ts';
import { type FileProblem, formatProblem } from '../../core/yaml.ts';
import { inIndonesian } from '../lint/indonesian.ts';

/** `file:line:column field: reason`, the reason in the writer's language. */
export function problemLine(problem: FileProblem, language: Language): string {
  const { reason } = problem;
  return formatProblem(language === 'en' ? problem : { ...problem, reason: inIndonesian('form', reason) });
}
