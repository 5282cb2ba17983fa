import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SCHEMAS, schemaText } from './schemas.ts';

const folder = fileURLToPath(new URL('../../content/written/schemas', import.meta.url));

test.each(Object.keys(SCHEMAS))('%s.schema.json is up to date (else: npm run schemas)', (name) => {
  expect(readFileSync(`${folder}/${name}.schema.json`, 'utf8')).toBe(schemaText(name));
});
