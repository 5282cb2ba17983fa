import { z } from 'zod';
import { gaugeSchema } from '../gauge.ts';
import { addressSchema } from './text.ts';

/** Looks at the certificate an https address presents; measures the days until it expires. */
export const tlsSchema = z.strictObject({
  kind: z.literal('tls'),
  address: addressSchema,
  gauge: gaugeSchema,
});
