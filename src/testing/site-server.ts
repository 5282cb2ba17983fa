import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../demo/build.ts';
import { inventedTransactions } from '../demo/history.ts';
import { makeDemoContent, SEED } from '../demo/site.ts';
import { createSite } from '../site/server/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The demo, as `npm start` builds it: where it is served, and its folders. */
    site: { origin: string; base: string; dist: string; contentRoot: string };
    /** The ids of the demo's transactions, which people know and nothing publishes; oldest first, the last not paid yet. */
    transactions: readonly string[];
    /** The same content, built for a path below the root. */
    siteUnderBase: { origin: string; base: string; dist: string; contentRoot: string };
  }
}

const BASE = '/terang/';

/** Vitest global setup: makes the demo once, builds it for the root and under a base path, and serves both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'terang-site-'));
  const contentRoot = path.join(scratch, 'content');
  const now = new Date();
  await makeDemoContent({ from: 'content', to: contentRoot, now, onStep: () => undefined });
  const stops: (() => Promise<unknown>)[] = [() => rm(scratch, { recursive: true, force: true })];
  const serve = async (base: string, folder: string) => {
    // Below the project: what is built for the server finds its packages from there.
    const dist = path.join('.terang', folder);
    await rm(dist, { recursive: true, force: true });
    await buildSite({ contentRoot, outDir: dist, siteUrl: 'https://terang.example', base });
    const app = await createSite({ dist, base });
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    stops.unshift(() => app.close());
    return { origin, base, dist, contentRoot };
  };
  const [site, siteUnderBase] = await Promise.all([
    serve('/', 'test-site'),
    serve(BASE, 'test-site-under-base'),
  ]);
  project.provide('site', site);
  project.provide(
    'transactions',
    inventedTransactions({ now, seed: SEED }).map(({ id }) => id),
  );
  project.provide('siteUnderBase', siteUnderBase);
  return async () => {
    for (const stop of stops) await stop();
  };
}
