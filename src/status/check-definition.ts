import { z } from 'zod';
import { compareInstants, durationSeconds, type IsoInstant, isoInstantSchema } from '../core/instant.ts';
import { vouches } from '../systems/check/vouching.ts';
import type { System } from '../systems/system.ts';

/**
 * What a system's checks were from a time on: kept for ever, so that a figure of a past day can be made again,
 * and removing a check that fails can not mend the past.
 */
export const checkDefinitionSchema = z.strictObject({
  system: z.string(),
  from: isoInstantSchema,
  /** SHA-256 of the system.yaml. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The promised cadence in seconds. */
  every: z.int().positive(),
  checks: z.record(
    z.string(),
    z.strictObject({
      component: z.string(),
      impact: z.enum(['major', 'partial', 'degraded']),
      /** True for a check that only informs: that it is up vouches for nothing. Definitions before it have none. */
      informs: z.literal(true).optional(),
    }),
  ),
});
export type CheckDefinition = z.infer<typeof checkDefinitionSchema>;

export interface DefinedCheck {
  readonly component: string;
  readonly impact: 'major' | 'partial' | 'degraded';
  readonly informs?: true | undefined;
  readonly every: number;
}

/** What a system's checks are from `from` on. */
export function defineChecks(system: System, sha256: string, from: IsoInstant): CheckDefinition {
  const checks = system.checks.map((check) => {
    const { id, component, impact } = check;
    return [id, { component, impact, ...(vouches(check) ? {} : { informs: true as const }) }] as const;
  });
  const every = durationSeconds(system.checked_every);
  return { system: system.id, from, sha256, every, checks: Object.fromEntries(checks) };
}

/** Every check a system had by `until`, each as it was defined last (in the order given); `current`: those it had then. */
export function checksBy(
  definitions: readonly CheckDefinition[],
  system: string,
  until: IsoInstant,
): { readonly all: ReadonlyMap<string, DefinedCheck>; readonly current: ReadonlySet<string> } {
  const known = definitions.filter(
    (definition) => definition.system === system && compareInstants(definition.from, until) < 0,
  );
  const all = new Map<string, DefinedCheck>();
  for (const { checks, every } of known)
    for (const [id, check] of Object.entries(checks)) all.set(id, { ...check, every });
  return { all, current: new Set(Object.keys(known.at(-1)?.checks ?? {})) };
}
