import { z } from 'zod';
import { canonicalJson } from '../core/canonical.ts';

/** Where a built site says of itself what it is made of, below its root. */
export const STATEMENT_FILE = 'log/build.json';
/** The list of every other file of it. */
export const LIST_FILE = 'log/build.sha256';
/** What can not be in the list: it can not hold its own hash, and the statement holds that of the list. */
export const UNLISTED: readonly string[] = [LIST_FILE, STATEMENT_FILE];

/** What a reader runs to check the rest: an entry of a build holds their hashes by name. */
export const VERIFIERS = ['verify.mjs', 'verify.sh'] as const;

/** Why nobody else can make a build anew. */
export const UNBUILDABLE = ['no-repository', 'not-committed', 'changed'] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const commitSchema = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** What a build was made from. */
const sourceSchema = z.union([
  z.strictObject({
    commit: commitSchema,
    /** The folder of content, from the top of the repository. */
    content: z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\]+$/),
  }),
  z.strictObject({ commit: z.null(), because: z.enum(UNBUILDABLE) }),
]);
export type BuildSource = z.infer<typeof sourceSchema>;

/** `log/build.json`: everything that a build was given, and the hash of what came of it. */
export const statementSchema = z.strictObject({
  format: z.literal('terang/build/1'),
  demo: z.boolean(),
  source: sourceSchema,
  /** Seconds since 1970: the present of the build, as `SOURCE_DATE_EPOCH` says it. */
  epoch: count,
  /** The address it was built for, and the path below that. */
  site: z.url({ protocol: /^https?$/ }),
  base: z.string().regex(/^\//),
  /** The version of Node, whose words for dates and numbers the pages bear. */
  node: z.string().regex(/^\d+\.\d+\.\d+/),
  /** How many entries the log had that it was built from. */
  tree_size: count,
  files: z.strictObject({ count, bytes: count, sha256 }),
  verifiers: z.record(z.string(), sha256),
});
export type BuildStatement = z.infer<typeof statementSchema>;

/** A build that others can make anew. */
export const builtSchema = statementSchema.extend({ source: sourceSchema.options[0] });
export type Built = z.infer<typeof builtSchema>;

export function formatStatement(statement: BuildStatement): string {
  return `${canonicalJson(statement)}\n`;
}
