import { type Bytes, builtin, concat, jsonOf, textOf } from './bytes.ts';
import { Untold, Wrong } from './outcome.ts';

/** The bytes at a path below a site; null where nothing is there. @throws Untold */
export type ReadFile = (path: string) => Promise<Bytes | null>;

/** Bytes that a file of each kind has at most, from the beginning of its path; the first that fits counts. */
const MOST: readonly (readonly [kind: RegExp, bytes: number])[] = [
  [/^log\/tile\/\d/, 8192],
  // 256 entries, each behind its length as 16 bits.
  [/^log\/tile\/entries\//, 256 * (2 + 65_535)],
  [/^log\/(checkpoint|policy|proof\/)/, 1 << 20],
  [/^log\/keys/, 16 << 20],
  [/^log\/records\//, 64 << 20],
  [/^paid\//, 64 << 20],
  // Few rows, or a line for each file.
  [/^data\/(SHA256SUMS|datapackage|metrics|split|wallets|daily)/, 16 << 20],
  [/^(data|releases)\//, 256 << 20],
  [/^/, 16 << 20],
];

/** The most that is read at a path. */
function mostOf(path: string): number {
  return MOST.find(([kind]) => kind.test(path))?.[1] ?? 0;
}

/** The files of a site, each read once, so that everything is said of the same bytes. */
export class SiteFiles {
  readonly #read: ReadFile;
  readonly #kept = new Map<string, Promise<Bytes | null>>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  maybe(path: string): Promise<Bytes | null> {
    const bytes = this.#kept.get(path) ?? this.#read(path);
    this.#kept.set(path, bytes);
    return bytes;
  }

  /** @throws Wrong when it is missing */
  async bytes(path: string): Promise<Bytes> {
    const bytes = await this.maybe(path);
    if (bytes === null) throw new Wrong(`${path} is missing`);
    return bytes;
  }

  async text(path: string): Promise<string> {
    return textOf(await this.bytes(path), path);
  }

  async json<Form>(path: string): Promise<Form> {
    return jsonOf<Form>(await this.text(path), path);
  }

  async maybeJson<Form>(path: string): Promise<Form | null> {
    return (await this.maybe(path)) === null ? null : this.json<Form>(path);
  }
}

/** Reads below an address or a folder. */
export function readerOf(place: string): ReadFile {
  if (/^https?:/.test(place)) {
    const root = place.endsWith('/') ? place : `${place}/`;
    return async (path) => {
      const address = new URL(path.replace(/index\.html$/, ''), root);
      const silent = (error: Error & { readonly cause?: { readonly code?: string } }) => {
        throw new Untold('unreachable', `${address} ${error.cause?.code ?? error.name}`);
      };
      const response = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(silent);
      if (response.status === 404) return null;
      if (!response.ok) throw new Untold('unreachable', `${address} ${response.status}`);
      return bytesOf(response, path).catch((error) =>
        error instanceof Untold ? Promise.reject(error) : silent(error),
      );
    };
  }
  return async (path) => {
    try {
      const fs = builtin('node:fs');
      if ((fs?.statSync(`${place}/${path}`).size ?? 0) > mostOf(path)) throw new Untold('too-large', path);
      return new Uint8Array(fs?.readFileSync(`${place}/${path}`) ?? []);
    } catch (error) {
      if (error instanceof Untold) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      if (code === undefined) throw error;
      throw new Untold('unreachable', `${path} ${code}`);
    }
  };
}

/** What an answer holds, up to what a file of its kind has at most. @throws Untold */
async function bytesOf(response: Response, path: string): Promise<Bytes> {
  const parts: Bytes[] = [];
  let length = 0;
  // Not every browser iterates over a stream.
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.length;
    if (length > mostOf(path)) {
      await reader?.cancel();
      throw new Untold('too-large', path);
    }
    parts.push(part.value);
  }
  return concat(...parts);
}
