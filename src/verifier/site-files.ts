import { type Bytes, builtin, jsonOf, textOf } from './bytes.ts';
import { Untold, Wrong } from './outcome.ts';

/** The bytes at a path below a site; null where nothing is there. @throws Untold */
export type ReadFile = (path: string) => Promise<Bytes | null>;

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
      return new Uint8Array(await response.arrayBuffer().catch(silent));
    };
  }
  return async (path) => {
    try {
      return new Uint8Array(builtin('node:fs')?.readFileSync(`${place}/${path}`) ?? []);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      if (code === undefined) throw error;
      throw new Untold('unreachable', `${path} ${code}`);
    }
  };
}
