import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface BuildOptions {
  /** The content root the pages are made from. */
  readonly contentRoot: string;
  readonly outDir: string;
  /** Where the site will stand, without a path. */
  readonly siteUrl: string;
  /** `/` unless told; with slashes at both ends. */
  readonly base?: string;
}

/**
 * Runs `astro build` in a process of its own, so that what it holds in memory goes when it is done.
 *
 * @throws Error with what Astro printed, when it fails
 */
export async function buildSite({ contentRoot, outDir, siteUrl, base = '/' }: BuildOptions): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const astro = path.join(path.dirname(manifest), 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', path.resolve(outDir)], {
    env: {
      ...process.env,
      TERANG_CONTENT: path.resolve(contentRoot),
      SITE_URL: siteUrl,
      BASE_PATH: base,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (exitCode !== 0) throw new Error(`astro build failed:\n${Buffer.concat(printed).toString('utf8')}`);
}
