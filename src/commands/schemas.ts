import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { siteSchema } from '../core/site.ts';
import { mirrorsSchema } from '../log/mirror-list.ts';
import { rotationsSchema } from '../reports/model/rotation.ts';
import { routineSchema } from '../reports/model/routine.ts';
import { attestationSchema } from '../systems/attestation.ts';
import { playbookSchema } from '../systems/playbook.ts';
import { publicMessagesSchema } from '../systems/public-message.ts';
import { systemSchema } from '../systems/system.ts';
import { defineCommand } from './frame/command.ts';

/** What is written outside this project, by the name of its JSON Schema: `<name>.schema.json`. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  site: siteSchema,
  system: systemSchema,
  attestation: attestationSchema,
  playbook: playbookSchema,
  messages: publicMessagesSchema,
  rotations: rotationsSchema,
  routine: routineSchema,
  mirrors: mirrorsSchema,
};

/** The JSON Schema (draft 2020-12) of what may be written, two spaces deep. RangeError for an unknown name. */
export function schemaText(name: string): string {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new RangeError(`no schema is named "${name}"`);
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 2)}\n`;
}

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
