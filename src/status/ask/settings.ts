import { resolveSettings } from '../../systems/check/text.ts';
import { notAsked } from './answer.ts';
import type { RunContext } from './context.ts';

/** A text with its settings filled in. @throws CheckFailure `missing-setting`, naming them */
export function filledIn(text: string, { settings }: Pick<RunContext, 'settings'>): string {
  const resolved = resolveSettings(text, settings);
  if ('text' in resolved) return resolved.text;
  const names = resolved.missing.join(', ');
  throw notAsked('missing-setting', `${names} ${resolved.missing.length === 1 ? 'is' : 'are'} not set`);
}

/** The same for every text in a JSON value. */
export function filledInDeep(value: unknown, context: Pick<RunContext, 'settings'>): unknown {
  if (typeof value === 'string') return filledIn(value, context);
  if (Array.isArray(value)) return value.map((item) => filledInDeep(item, context));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledInDeep(item, context)]));
}

/** The same for headers, their names in lower case. */
export function filledInHeaders(
  headers: Readonly<Record<string, string>>,
  context: Pick<RunContext, 'settings'>,
): Record<string, string> {
  const entries = Object.entries(headers);
  return Object.fromEntries(entries.map(([name, text]) => [name.toLowerCase(), filledIn(text, context)]));
}
