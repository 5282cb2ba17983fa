import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { boundedBody } from '../core/bounded-body.ts';

/** What a place answers for a path below it: bytes, and when it answered, in milliseconds since 1970; or why it does not. */
export type Answer =
  | { readonly bytes: Uint8Array; readonly at: number }
  | { readonly bytes: null; readonly because: 'missing' }
  | { readonly bytes: null; readonly because: 'unreachable'; readonly detail: string };

/** Asks for a file of a built site, by its path below the root. */
export type Ask = (file: string) => Promise<Answer>;

const PATIENCE = 30_000;
/** Bytes of one file of a site: the largest are records of a log. */
const MOST_BYTES = 128 * 1024 * 1024;
/** The page for what is not there: many hosts serve it under its own name as what it says. */
const NOT_FOUND = '404.html';

/** Asks below an address. */
export function askAddress(place: string): Ask {
  const root = place.endsWith('/') ? place : `${place}/`;
  return async (file) => {
    const address = new URL(file.split('/').map(encodeURIComponent).join('/'), root);
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
      const bytes = await boundedBody(response, MOST_BYTES);
      if (bytes === null) return unreachable(`${address} has more than ${MOST_BYTES} bytes`);
      const isThere = response.ok || (response.status === 404 && file === NOT_FOUND);
      if (!isThere && [404, 410].includes(response.status)) return { bytes: null, because: 'missing' };
      if (!isThere) return unreachable(`${address} ${response.status}`);
      const at = Date.parse(response.headers.get('date') ?? '');
      return { bytes, at: Number.isNaN(at) ? Date.now() : at };
    } catch (error) {
      // Of fetch: there is no network, nobody answers, or not in time.
      const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } };
      if (cause === undefined && name !== 'TimeoutError') throw error;
      return unreachable(`${address} ${cause?.code ?? name}`);
    }
  };
}

/** Reads below a folder. */
export function askFolder(place: string): Ask {
  return async (file) => {
    try {
      return { bytes: await readFile(path.join(place, file)), at: Date.now() };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { bytes: null, because: 'missing' };
      if (code === undefined) throw error;
      return unreachable(`${file} ${code}`);
    }
  };
}

/** What an answer says as text; empty where there is none. */
export function textOf({ bytes }: Answer): string {
  return bytes === null ? '' : Buffer.from(bytes).toString('utf8');
}

function unreachable(detail: string): Answer {
  return { bytes: null, because: 'unreachable', detail };
}
