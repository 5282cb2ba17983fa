import { z } from 'zod';
import { expected } from './fault.ts';

/** A name that people give to something in a file, such as a check: it stands in addresses and in data. */
export const identifierSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, expected('identifier'));
