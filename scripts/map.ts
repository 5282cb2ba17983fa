import { readFile, writeFile } from 'node:fs/promises';
import { withMap } from '../src/commands/map.ts';

// npm run map: the map in src/README.md, from the rules in .dependency-cruiser.mjs.
const file = 'src/README.md';
await writeFile(file, withMap(await readFile(file, 'utf8')));
