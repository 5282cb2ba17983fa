import { z } from 'zod';
import { identifierSchema } from '../../core/identifier.ts';
import { timeoutSchema } from '../../core/instant.ts';
import { wordsSchema } from '../../core/words.ts';
import { attestedSchema } from './attested.ts';
import { datasetSchema } from './dataset.ts';
import { derivedSchema } from './derived.ts';
import { httpSchema } from './http.ts';
import { jsonrpcSchema } from './jsonrpc.ts';
import { reconciliationSchema } from './reconciliation.ts';
import { sqlSchema } from './sql.ts';
import { tlsSchema } from './tls.ts';

const common = z.strictObject({
  id: identifierSchema,
  /** The component of the same system that it speaks for. */
  component: z.string().min(1),
  name: wordsSchema,
  /** The question in plain words, as the public reads it. */
  asks: wordsSchema,
  /** What it means for the component when this fails. */
  impact: z.enum(['major', 'partial', 'degraded']).default('major'),
  timeout: timeoutSchema.default('PT10S'),
});

/** Every kind of check, one file each; a new kind is added here and in `sources/check/kinds.ts`. */
export const CHECK_KINDS = {
  http: httpSchema,
  sql: sqlSchema,
  jsonrpc: jsonrpcSchema,
  tls: tlsSchema,
  dataset: datasetSchema,
  attested: attestedSchema,
  derived: derivedSchema,
  reconciliation: reconciliationSchema,
} as const;

export const checkSchema = z.discriminatedUnion('kind', [
  common.extend(httpSchema.shape),
  common.extend(sqlSchema.shape),
  common.extend(jsonrpcSchema.shape),
  common.extend(tlsSchema.shape),
  common.extend(datasetSchema.shape),
  common.extend(attestedSchema.shape),
  common.extend(derivedSchema.shape),
  common.extend(reconciliationSchema.shape),
]);

export type Check = z.infer<typeof checkSchema>;
export type CheckKind = Check['kind'];
export type CheckOf<Kind extends CheckKind> = Extract<Check, { kind: Kind }>;
