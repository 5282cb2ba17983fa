import { parseArgs } from 'node:util';
import { buildSite } from '../src/demo/build.ts';
import { makeDemoContent } from '../src/demo/site.ts';
import { listen } from './listen.ts';
import { showSteps } from './steps.ts';

// npm start [-- --build-only]: the demo, from an embedded Postgres through the snapshot to pages.
const { values } = parseArgs({ options: { 'build-only': { type: 'boolean', default: false } } });
const scratch = '.terang/demo/content';
const port = Number(process.env.PORT ?? 4321);
const steps = showSteps();
try {
  await makeDemoContent({ from: 'content', to: scratch, now: new Date(), onStep: steps.step });
  steps.step('Building the pages');
  await buildSite({ contentRoot: scratch, outDir: 'dist', siteUrl: `http://localhost:${port}` });
  steps.done('Built: dist/client is the whole static site');
} catch (error) {
  steps.fail(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
if (!values['build-only'])
  console.log(`Terang (demo data) is at ${await listen({ dist: 'dist', base: '/', port })}`);
