import path from 'node:path';
import { z } from 'zod';
import { ExpectedError } from '../../core/expected-error.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { parseYaml } from '../../core/yaml.ts';
import type { Checkpoint } from '../../log/checkpoint.ts';
import type { MirrorFinding } from '../../log/compare-mirror.ts';
import { mirrorsSchema, type NamedMirror } from '../../log/mirror-list.ts';
import { toBase64 } from '../../log/wire.ts';
import { textAt, valueIn } from '../../store/disk.ts';
import { formatProblem } from '../../words/said.ts';

/** What people write, below the content root. */
export const MIRRORS_FILE = 'written/log/mirrors.yaml';

/** The mirrors that a site names; none where nobody wrote the file. @throws ExpectedError with every problem in it at once */
export function mirrorsIn(contentRoot: string): readonly NamedMirror[] {
  const file = path.join(contentRoot, MIRRORS_FILE);
  const text = textAt(file);
  return text === null ? [] : mirrorsAmong(file, text);
}

/** The same of a file's text. @throws ExpectedError with every problem in it at once */
export function mirrorsAmong(file: string, text: string): readonly NamedMirror[] {
  const parsed = parseYaml(file, text, mirrorsSchema);
  if ('problems' in parsed) throw new ExpectedError(parsed.problems.map((one) => formatProblem(one)));
  return parsed.value.mirrors;
}

/**
 * What mirrors answered when they were asked last, below the content root. Kept in no commit and entered nowhere: it is of one
 * moment, and the next build asks anew.
 */
const ASKED_FILE = 'asked/mirrors.json';

const tree = { size: z.string().regex(/^\d+$/), root: z.string() };
const askedSchema = z.strictObject({
  asked_at: z.iso.datetime(),
  /** What they were held against. */
  here: z.strictObject(tree),
  found: z.array(
    z.discriminatedUnion('verdict', [
      z.strictObject({ address: z.string(), verdict: z.enum(['same', 'behind', 'ahead', 'fork']), ...tree }),
      z.strictObject({ address: z.string(), verdict: z.literal('silent') }),
      z.strictObject({ address: z.string(), verdict: z.literal('untold'), fault: z.string() }),
    ]),
  ),
});
export type Asked = z.infer<typeof askedSchema>;
export type MirrorAnswer = Asked['found'][number];

/** Null where nobody asked. @throws AlteredFileError */
export function askedIn(contentRoot: string): Asked | null {
  const file = askedFile(contentRoot);
  const text = textAt(file);
  return text === null ? null : valueIn(askedSchema, text, file);
}

export function askedFile(contentRoot: string): string {
  return path.join(contentRoot, ASKED_FILE);
}

export function askedText(asked: Asked): string {
  return `${JSON.stringify(askedSchema.parse(asked), null, 2)}\n`;
}

/** What was found of each of these mirrors, in their order, held against the checkpoint here. */
export function askedOf(
  now: IsoInstant,
  { size, root }: Checkpoint,
  mirrors: readonly NamedMirror[],
  findings: readonly MirrorFinding[],
): Asked {
  const found = findings.map((one, at): MirrorAnswer => {
    const address = mirrors[at]?.address ?? '';
    if (one.verdict === 'silent') return { address, verdict: one.verdict };
    if (one.verdict === 'untold') return { address, verdict: one.verdict, fault: one.fault };
    return { address, verdict: one.verdict, size: String(one.size), root: one.root };
  });
  return { asked_at: now, here: { size: String(size), root: toBase64(root) }, found };
}
