import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { formatCheckpoint } from '../log/checkpoint.ts';
import { formatEntry, parseEntry } from '../log/entry.ts';
import { fsck } from '../log/fsck.ts';
import { heldLog } from '../log/held-log.ts';
import { formatVkey, generateKey, type SignerKey } from '../log/key.ts';
import { rootAt } from '../log/merkle.ts';
import { parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { tilesOf } from '../log/tiling.ts';
import { utf8Bytes } from '../log/wire.ts';
import { mirror } from '../outside/mirror.ts';
import { witness } from '../outside/witness.ts';
import { watch } from '../site/log/browser-witness.ts';
import {
  type Answer,
  type Drill,
  isFine,
  REWRITES,
  type Rewrite,
  type Said,
  VERIFIERS,
  type Verifier,
} from '../site/log/drill.ts';

/** How many entries are taken out at the end. */
const CUT = 3;

/**
 * Rewrites copies of a log on purpose, as whoever holds its key could, and lets each verifier look at each copy. A verifier
 * that nobody has seen say no is not believed; neither is one that always does.
 */
export async function holdDrill(
  entries: readonly Uint8Array[],
  key: SignerKey,
  now: IsoInstant,
): Promise<Drill> {
  const index = entries.length >> 1;
  const altered = parseEntry(entries[index] ?? '');
  const rewritten = entries.with(
    index,
    formatEntry({ ...altered, hash: altered.hash.split('').toReversed().join('') }),
  );
  const honest = await siteOf(entries, key);
  const sites: Record<Rewrite, FileReader> = {
    none: honest,
    resigned: await siteOf(rewritten, key),
    cut: await siteOf(entries.slice(0, -CUT), key),
    unsigned: withFile(await siteOf(rewritten, key), 'checkpoint', honest),
    stranger: await siteOf(rewritten, await generateKey(key.name, 'note')),
  };
  const answers = {} as Record<Rewrite, Record<Verifier, Answer>>;
  for (const rewrite of REWRITES) {
    answers[rewrite] = {} as Record<Verifier, Answer>;
    for (const verifier of VERIFIERS)
      answers[rewrite][verifier] = await inScratch((folder) =>
        answerOf(verifier, { honest, shown: sites[rewrite], policy: policyOf(key), folder, now }),
      );
  }
  return { held: now, entries: entries.length, index, kind: altered.kind, id: altered.id, answers };
}

interface Looking {
  readonly honest: FileReader;
  readonly shown: FileReader;
  readonly policy: string;
  readonly folder: string;
  readonly now: IsoInstant;
}

/** Each meets the honest log first, then what is shown. */
async function answerOf(
  verifier: Verifier,
  { honest, shown, policy, folder, now }: Looking,
): Promise<Answer> {
  switch (verifier) {
    case 'fsck':
      return answering(async () => {
        const { faults } = await fsck(shown, parsePolicy(policy));
        return faults[0]?.fault ?? 'whole';
      });
    case 'witness': {
      const key = await generateKey('demo.invalid/drill', 'cosignature');
      const look = (read: FileReader) => witness({ read, folder, key, now, standstill: 'PT24H' });
      await look(honest);
      const { verdict } = await look(shown);
      return answering(async () => verdict);
    }
    case 'mirror':
      await mirror(honest, folder);
      return answering(async () => (await mirror(shown, folder)).course);
    case 'browser': {
      const memory = new Map<string, string>();
      const store = {
        getItem: (name: string) => memory.get(name) ?? null,
        setItem: (name: string, text: string) => void memory.set(name, text),
      };
      const look = (read: FileReader) => watch(store, 'drill', read, Date.parse(now));
      await look(honest);
      const { state } = await look(shown);
      return answering(async () => state);
    }
    default:
      return verifier satisfies never;
  }
}

const UNTOLD: ReadonlySet<Said> = new Set(['untold', 'unreachable', 'too-large']);

async function answering(ask: () => Promise<Said>): Promise<Answer> {
  const code = await ask().catch((error: unknown): Said => {
    if (error instanceof LogError) return error.fault;
    throw error;
  });
  return { says: isFine(code) ? 'yes' : UNTOLD.has(code) ? 'untold' : 'no', code };
}

/** A log of these entries as a site serves it. */
export async function siteOf(entries: readonly Uint8Array[], key: SignerKey): Promise<FileReader> {
  const size = BigInt(entries.length);
  const root = await rootAt(size, heldLog(entries).hashes);
  const text = formatCheckpoint({ origin: key.name, size, root, extensions: [] });
  const files = new Map([...tilesOf(entries, [])].map((file) => [file.path, file.bytes]));
  files.set('policy', utf8Bytes(policyOf(key)));
  files.set('checkpoint', utf8Bytes(formatNote(await signNote(text, [noteSigner(key)]))));
  return async (file) => files.get(file) ?? null;
}

const policyOf = (key: SignerKey) => `log ${formatVkey(key)}\nquorum none\n`;

/** A site of which one file is that of another. */
function withFile(read: FileReader, name: string, other: FileReader): FileReader {
  return (file) => (file === name ? other(file) : read(file));
}

async function inScratch<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-drill-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
