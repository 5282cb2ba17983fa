import type { PublishedData } from '../status/ask/context.ts';
import { type Check, checkSchema } from '../systems/check/check.ts';
import { type System, systemSchema } from '../systems/system.ts';

const words = { en: 'Name', id: 'Nama' };

/** What a check may be given in a test; the words are as they come. */
export type GivenCheck = Readonly<Record<string, unknown>> & { readonly kind: Check['kind'] };

/** A check as system.yaml would describe it; where it looks at nothing in an answer, it says so. */
export function check(given: GivenCheck): Record<string, unknown> {
  const asksNothing = given.kind === 'http' && given.expect === undefined && given.measure === undefined;
  const expect = asksNothing ? { expect: { only: 'reachability' } } : {};
  return { id: given.kind, component: 'api', name: words, asks: words, ...expect, ...given };
}

/** The same, parsed, for asking it alone. */
export function parsedCheck<Kind extends Check['kind']>(
  given: GivenCheck & { readonly kind: Kind },
): Extract<Check, { kind: Kind }> {
  return checkSchema.parse(check(given)) as Extract<Check, { kind: Kind }>;
}

/** A system with one component "api" unless told, and these checks. */
export function systemOf(
  checks: readonly GivenCheck[],
  more: Readonly<Record<string, unknown>> = {},
): System {
  return systemSchema.parse({
    id: 'sample',
    name: words,
    summary: words,
    components: [{ id: 'api', name: words }],
    checks: checks.map(check),
    ...more,
  });
}

/** A system of which no snapshot was ever taken. */
export const nothingPublished: PublishedData = {
  state: async () => null,
  rows: async () => [],
};
