import { z } from 'zod';

/** A whole copy of the log that somebody else serves (`npm run mirror`): where, and who runs it. */
const mirrorSchema = z.strictObject({
  /** Where the copy stands: below it are `checkpoint` and `tile/`. */
  address: z.url({ protocol: /^https?$/ }),
  /** A person or an organisation, by the name that readers know. */
  run_by: z.string().trim().min(1).max(120),
});
export type NamedMirror = z.infer<typeof mirrorSchema>;

/** The mirrors that a site names. Not part of the policy: a file of c2sp.org/tlog-policy has no line for them. */
export const mirrorsSchema = z.strictObject({ mirrors: z.array(mirrorSchema).max(16) });

/** The prefix of a mirror's files, with a slash at its end. */
export function prefixOf({ address }: Pick<NamedMirror, 'address'>): URL {
  return new URL(address.endsWith('/') ? address : `${address}/`);
}
