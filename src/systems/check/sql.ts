import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { gaugeSchema } from '../gauge.ts';
import { databaseSchema } from './text.ts';

/** A file of SQL, relative to the system's folder: one query. */
export const sqlFileSchema = z.string().regex(/^sql\/[a-z0-9-]+\.sql$/, expected('sql-file'));

/** What there is to look at, where nothing was found. Without either every table that the file reads must hold a row. */
export const populationShape = {
  /** A file of SQL that counts it: one number. */
  out_of: sqlFileSchema.optional(),
  /** True where nothing at all can be the truth. */
  may_be_empty: z.boolean().default(false),
};

/**
 * Asks a Postgres database with a file of SQL, in a read-only transaction. `no-rows`: each row is an offender,
 * of which only the number leaves the database. `value`: one row, one column, a number. `age`: one instant with
 * its zone, measured as its age in seconds (in the unit of the gauge where that is one of time). `counts`: rows of (label, count), published as they are, so a label must
 * never name a person; the gauge judges their sum. Nothing found (no row, 0) counts only where there was something
 * to look at: else, and where the file looks at no row of any table, nothing is known.
 */
export const sqlSchema = z.strictObject({
  kind: z.literal('sql'),
  database: databaseSchema,
  /** A role to take on before asking. */
  role: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/)
    .optional(),
  /** Relative to the system's folder. */
  file: sqlFileSchema,
  answer: z.enum(['no-rows', 'some-rows', 'value', 'age', 'counts']),
  /**
   * What a database that refuses the connection or does not answer says of the component: `down` where the
   * component is the database itself, `unknown` where it only would have told.
   */
  unreachable: z.enum(['down', 'unknown']).default('unknown'),
  gauge: gaugeSchema.optional(),
  ...populationShape,
});
