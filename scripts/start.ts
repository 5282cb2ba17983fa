import { parseArgs } from 'node:util';
import { buildSite } from '../src/demo/build.ts';
import { makeDemoContent } from '../src/demo/site.ts';
import { ending } from './ending.ts';
import { listen } from './listen.ts';
import { freePort, portSetting } from './port.ts';
import { showSteps } from './steps.ts';

// npm start [-- --build-only]: the demo, from an embedded Postgres through the snapshot to pages.
await ending(async () => {
  const { values } = parseArgs({ options: { 'build-only': { type: 'boolean', default: false } } });
  const scratch = '.terang/demo/content';
  // Before the build: the pages name the address they stand at.
  const port = await freePort(portSetting());
  const steps = showSteps();
  try {
    await makeDemoContent({ from: 'content', to: scratch, now: new Date(), onStep: steps.step });
    steps.step('Building the pages');
    await buildSite({ contentRoot: scratch, outDir: 'dist', siteUrl: `http://localhost:${port}` });
    steps.done('Built: dist/client is the whole static site');
  } catch (error) {
    steps.fail('The demo could not be made');
    throw error;
  }
  if (values['build-only']) return;
  console.log(`Terang (demo data) is at ${await listen({ dist: 'dist', base: '/', port })}`);
});
