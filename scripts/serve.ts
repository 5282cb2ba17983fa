import { parseArgs } from 'node:util';
import { listen } from './listen.ts';

// npm run serve [-- --dist dist]; PORT, HOST, and BASE_PATH as the site was built with.
const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const base = process.env.BASE_PATH ?? '/';
console.log(
  `Serving at ${await listen({ dist: values.dist, base, port: Number(process.env.PORT ?? 4321) })}`,
);
