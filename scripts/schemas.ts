import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SCHEMAS, schemaText } from '../src/commands/json-schema.ts';

// npm run schemas: JSON Schemas of the files that people and their jobs write, for editors and for them.
const folder = path.join('content', 'written', 'schemas');
await mkdir(folder, { recursive: true });
for (const name of Object.keys(SCHEMAS)) {
  const file = path.join(folder, `${name}.schema.json`);
  await writeFile(file, schemaText(name));
  console.log(file);
}
