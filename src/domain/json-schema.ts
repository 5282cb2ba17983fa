import { z } from 'zod';
import { attestationSchema } from './attestation.ts';
import { playbookSchema } from './playbook.ts';
import { publicMessagesSchema } from './public-message.ts';
import { rotationsSchema } from './rotation.ts';
import { routineSchema } from './routine.ts';
import { systemSchema } from './system.ts';

/** What is written outside this project, by the name of its JSON Schema: `<name>.schema.json`. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  system: systemSchema,
  attestation: attestationSchema,
  playbook: playbookSchema,
  messages: publicMessagesSchema,
  rotations: rotationsSchema,
  routine: routineSchema,
};

/** The JSON Schema (draft 2020-12) of what may be written, two spaces deep. RangeError for an unknown name. */
export function schemaText(name: string): string {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new RangeError(`no schema is named "${name}"`);
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 2)}\n`;
}
