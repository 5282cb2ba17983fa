import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type FileList, formatList, listFolder } from '../../build/file-list.ts';
import { EPOCH, fixInstant } from '../../build/instant.ts';
import { sourceOf } from '../../build/source.ts';
import {
  type BuildSource,
  type BuildStatement,
  formatStatement,
  LIST_FILE,
  STATEMENT_FILE,
  UNLISTED,
  VERIFIERS,
} from '../../build/statement.ts';
import { sha256Hex } from '../../core/canonical.ts';
import { offers } from '../../core/site.ts';
import { readHead } from '../../store/log.ts';
import { BUILT_FROM } from '../content/built-from.ts';
import { CONTENT } from '../content/files.ts';
import { site as described } from '../content/site.ts';

/** One present for everything that is built, and a word to the pages of what they are built from. The first integration. */
export const buildBegins: AstroIntegration = {
  name: 'terang-build-begins',
  hooks: {
    'astro:build:start': async ({ logger }) => {
      fixInstant();
      const source = await sourceOf(process.cwd(), CONTENT);
      process.env[BUILT_FROM] = JSON.stringify(source);
      logger.info(`${EPOCH}=${process.env[EPOCH]}, ${source.commit ?? `no commit (${source.because})`}`);
    },
  },
};

/** The list of all that was built, and what it was built from, behind everything else. The last integration. */
export function buildEnds({
  site,
  base,
}: {
  readonly site: string;
  readonly base: string;
}): AstroIntegration {
  return {
    name: 'terang-build-ends',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        // They stand with the log, and are entered into it.
        if (!offers(described(), 'log')) return;
        const folder = fileURLToPath(dir);
        const list = await listFolder(folder, UNLISTED);
        const text = formatList(list.files);
        const source = JSON.parse(process.env[BUILT_FROM] ?? '') as BuildSource;
        // Of content that has no log yet, the emitter of the log makes no folder.
        await mkdir(path.dirname(path.join(folder, LIST_FILE)), { recursive: true });
        await writeFile(path.join(folder, LIST_FILE), text);
        await writeFile(
          path.join(folder, STATEMENT_FILE),
          formatStatement(statementOf({ source, site, base }, list, text)),
        );
        logger.info(`${list.files.length} files, sha256 ${sha256Hex(text)}`);
      },
    },
  };
}

function statementOf(
  given: Pick<BuildStatement, 'source' | 'site' | 'base'>,
  { files, bytes }: FileList,
  text: string,
): BuildStatement {
  const head = readHead(path.join(CONTENT, 'generated'));
  const verifiers = files.filter((file) => VERIFIERS.some((name) => name === file.path));
  return {
    format: 'terang/build/1',
    demo: head?.demo ?? false,
    ...given,
    epoch: Number(process.env[EPOCH]),
    node: process.versions.node,
    tree_size: head?.size ?? 0,
    files: { count: files.length, bytes, sha256: sha256Hex(text) },
    verifiers: Object.fromEntries(verifiers.map((file) => [file.path, file.sha256])),
  };
}
