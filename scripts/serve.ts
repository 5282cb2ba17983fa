import { parseArgs } from 'node:util';
import { ending } from './ending.ts';
import { listen } from './listen.ts';
import { portSetting } from './port.ts';

// npm run serve [-- --dist dist]; PORT, HOST, and BASE_PATH as the site was built with.
await ending(async () => {
  const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
  const base = process.env.BASE_PATH ?? '/';
  console.log(`Serving at ${await listen({ dist: values.dist, base, port: portSetting() })}`);
});
