import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sha256Hex } from '../../core/canonical.ts';
import { toIso, wholeSeconds } from '../../core/instant.ts';
import { HASH_DIGITS, hashesOf, listText } from '../../ledger/lookup.ts';
import { DEMO_NOTICE } from '../../words/demo-notice.ts';
import { type LookupPublication, lookupPublication } from '../content/lookup.ts';
import { signedList } from '../content/proofs.ts';
import { type Listed, lookupFiles, PREFIX_DIGITS } from './lookup-file.ts';

/** Where the files stand below the root of the site. */
const FOLDER = 'paid';

/** Writes the files of the lookup at the end of a build, where the operator asks for it. */
export const paidEmitter: AstroIntegration = {
  name: 'terang-paid',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const lookup = lookupPublication();
      if (lookup === null) return;
      await writeLookup(lookup, path.join(fileURLToPath(dir), FOLDER), (batch) => {
        const index = signedList(batch)[0]?.index;
        return index === undefined ? null : String(index);
      });
      logger.info(`${lookup.rows.length} batches can be looked up`);
    },
  },
};

/** Writes the 256 files into a folder, and below `lists` the whole list of each batch, whose SHA-256 the log holds. */
async function writeLookup(
  { demo, state, rows }: LookupPublication,
  folder: string,
  indexOf: (batch: string) => string | null,
): Promise<void> {
  const lists = path.join(folder, 'lists');
  await mkdir(lists, { recursive: true });
  for (const { batch_id, hashes } of rows)
    await writeFile(path.join(lists, `${batch_id}.txt`), listText(hashes));
  const head = {
    observedAt: state.observed_at ?? '',
    validUntil: state.valid_until ?? '',
    demo: demo ? DEMO_NOTICE.en : null,
  };
  for (const { prefix, text } of lookupFiles(allListed(), head, filler))
    await writeFile(path.join(folder, `${prefix}.txt`), text);

  function* allListed(): Generator<Listed> {
    for (const { batch_id: batch, created_at, hashes } of rows) {
      const madeAt = created_at === null ? null : wholeSeconds(toIso(created_at));
      const index = indexOf(batch);
      for (const hash of hashesOf(hashes)) yield { hash, batch, madeAt, index };
    }
  }
}

/** The same at each build, and for compression like any other. */
function filler(prefix: string, n: number): string {
  return `${prefix}${sha256Hex(`filler ${prefix} ${n}`).slice(PREFIX_DIGITS, HASH_DIGITS)}`;
}
