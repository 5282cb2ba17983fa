import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  archivePackageSchema,
  CHECKSUMS,
  DATA_PACKAGE,
  PRUNED,
  parseChecksums,
} from '../reports/model/archive.ts';
import { jsonAt, textAt } from '../store/disk.ts';
import type { Problem } from './problem.ts';
import { readPruned } from './pruned.ts';

/** Files whose length nothing tells beforehand. */
const SMALL = 4_000_000;
/** A server that sends nothing for so long (ms) has stopped. */
const SILENCE = 30_000;

export interface Fetched {
  readonly folder: string;
  /** What could not be fetched, and why. */
  readonly problems: readonly Problem[];
}

/**
 * Brings the files of an archive at an address into a folder of its own, hands it over, and removes it. Only what
 * its checksums name is asked for, each file streamed to the disk and no longer than its data package says.
 */
export async function withFetched<T>(address: string, work: (fetched: Fetched) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-archive-'));
  try {
    return await work({ folder, problems: await fetchInto(folder, address) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchInto(folder: string, address: string): Promise<Problem[]> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const problems: Problem[] = [];
  const get = async (name: string, limit: number) => {
    const reason = await download(new URL(name, base), path.join(folder, name), limit);
    if (reason !== null) problems.push({ file: name, reason });
    return reason === null;
  };
  if (!(await get(CHECKSUMS, SMALL))) return problems;
  const names = namesOf(textAt(path.join(folder, CHECKSUMS)) ?? '');
  if (names.includes(DATA_PACKAGE)) await get(DATA_PACKAGE, SMALL);
  // What was removed need not be there; whether it may lack is for verifying to say.
  await download(new URL(PRUNED, base), path.join(folder, PRUNED), SMALL);
  const removed = new Set((await readPruned(folder))?.files);
  const sizes = sizesOf(path.join(folder, DATA_PACKAGE));
  for (const name of names) if (name !== DATA_PACKAGE) await get(name, sizes.get(name) ?? SMALL);
  return problems.filter(({ file }) => !removed.has(file));
}

/** None where the checksums can not be read: verifying says so. */
function namesOf(checksums: string): string[] {
  try {
    return [...parseChecksums(checksums).keys()];
  } catch {
    return [];
  }
}

/** None where the data package can not be read: verifying says so. */
function sizesOf(file: string): Map<string, number> {
  const { data } = archivePackageSchema.safeParse(jsonAt(file));
  return new Map(data?.resources.map(({ path: name, bytes }) => [name, bytes]));
}

/** Null when it is there; else why not, and then nothing of it is. */
async function download(url: URL, file: string, limit: number): Promise<string | null> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  try {
    const answer = await fetch(url, { signal: silence.signal, headers: { 'accept-encoding': 'identity' } });
    if (answer.status !== 200 || answer.body === null) return `was answered with ${answer.status}`;
    let length = 0;
    const chunks = async function* (body: AsyncIterable<Uint8Array>) {
      for await (const chunk of body) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE);
        length += chunk.length;
        if (length > limit) throw new TooLongError();
        yield chunk;
      }
    };
    await pipeline(Readable.from(chunks(answer.body)), createWriteStream(file));
    return null;
  } catch (error) {
    await rm(file, { force: true });
    if (error instanceof TooLongError) return `is longer than the ${limit} bytes it should be`;
    if (silence.signal.aborted) return `was not sent: nothing came for ${SILENCE / 1000} s`;
    if (error instanceof TypeError || (error as NodeJS.ErrnoException).code !== undefined)
      return 'could not be fetched: the connection failed';
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

class TooLongError extends Error {
  override readonly name = 'TooLongError';
}
