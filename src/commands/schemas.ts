import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defineCommand } from './frame/command.ts';
import { SCHEMAS, schemaText } from './json-schema.ts';

export const schemas = defineCommand({
  options: {},
  async run() {
    const folder = path.join('content', 'written', 'schemas');
    await mkdir(folder, { recursive: true });
    const files = Object.keys(SCHEMAS).map((name) => path.join(folder, `${name}.schema.json`));
    for (const [index, name] of Object.keys(SCHEMAS).entries())
      await writeFile(files[index] ?? '', schemaText(name));
    return { text: files.join('\n'), exitCode: 0 };
  },
});
