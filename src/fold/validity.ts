import path from 'node:path';
import { addDuration, compareInstants, durationSchema, type IsoInstant } from '../core/instant.ts';
import { readYaml } from '../core/yaml.ts';
import { textAt } from '../store/disk.ts';
import type { FoldFault } from '../store/fold.ts';

/** The longest that the file of a system may say: what holds where that file can not be read. */
const LONGEST = 'PT336H';

/** Something that says when it was read, and until when that holds. */
interface Vouching {
  readonly observed_at: IsoInstant | null;
  readonly valid_until: IsoInstant | null;
}

/** What of a folder is said to hold for longer than `transparency.valid_for` of its system, by what it is called. */
export function validityFaults(
  { folder, contentRoot, system }: { folder: string; contentRoot: string; system: string },
  vouching: Readonly<Record<string, Vouching>>,
): FoldFault[] {
  const longest = validFor(path.join(contentRoot, 'written', 'systems', system, 'system.yaml'));
  return Object.entries(vouching)
    .filter(
      ([, { observed_at, valid_until }]) =>
        observed_at !== null &&
        valid_until !== null &&
        compareInstants(valid_until, addDuration(observed_at, longest)) > 0,
    )
    .map(([what, { valid_until }]) => ({ fault: 'validity', folder, what: `${what}: ${valid_until}` }));
}

function validFor(file: string): string {
  const { transparency } = (readYaml(textAt(file) ?? '').value ?? {}) as {
    transparency?: { valid_for?: unknown };
  };
  const said = durationSchema.safeParse(transparency?.valid_for);
  return said.success ? said.data : LONGEST;
}
