import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PreviewImage } from '../views/og/image.ts';
import { draw, treesOf } from './draw.ts';
import { packageVersions } from './fonts.ts';
import { paint } from './paint.ts';

/** Raised when drawing, fitting or painting changes in a way that no tree shows. */
const RENDERER = 1;

/** Below the project, like all that a build may lose: one folder an address, with the last image of it. */
const CACHE = path.join('.terang', 'cache', 'og');

/**
 * The image of an address (`en/status/tpc`) as PNG. Drawn again only when something that it is made of changed:
 * its trees, which hold the model and how it is drawn, or the packages that draw it.
 */
export async function previewPng(image: PreviewImage, address: string, cache = CACHE): Promise<Uint8Array> {
  const folder = path.join(cache, address);
  const file = path.join(folder, `${keyOf(image)}.png`);
  const kept = await readIfThere(file);
  if (kept !== null) return kept;
  const png = await paint(await draw(image));
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `${process.pid}.tmp`);
  await writeFile(temporary, png);
  await rename(temporary, file);
  await forgetOthers(folder, path.basename(file));
  return png;
}

function keyOf(image: PreviewImage): string {
  const made = JSON.stringify([RENDERER, packageVersions(), image.titles, treesOf(image)]);
  return createHash('sha256').update(made).digest('hex');
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function forgetOthers(folder: string, last: string): Promise<void> {
  const old = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.png$/.test(name) && name !== last);
  for (const name of old) await rm(path.join(folder, name), { force: true });
}
