import { z } from 'zod';
import type { DatasetName } from './dataset.ts';

/** The two forms a TPC database is met in: as the runbook describes it, and as the field keeps it. */
export const FORMS = ['runbook', 'field'] as const;
export type Form = (typeof FORMS)[number];

/** The datasets that stand in another place in each form; the others are the same tables in both. */
export const FORMED = [
  'ledger',
  'changelog',
  'split',
  'wallets',
  'lookup',
] as const satisfies readonly DatasetName[];
export type FormedDataset = (typeof FORMED)[number];

export function isFormed<Name extends DatasetName>(name: Name): name is Name & FormedDataset {
  return (FORMED as readonly DatasetName[]).includes(name);
}

const form = z.enum(FORMS);

/**
 * Where a source's datasets were read from: one form, or each dataset's own where they are mixed. Null where
 * none was ever told (an older manifest).
 */
export const sourceFormSchema = z.union([form, z.partialRecord(z.enum(FORMED), form)]).nullable();

export type SourceForm = z.infer<typeof sourceFormSchema>;

/**
 * What the operator chose in system.yaml (`transparency.form`), where a database holds both forms: one form for
 * everything, or for a dataset a form or, where one form has two places, the place by its name.
 */
export const formChoiceSchema = z.union([
  form,
  z.strictObject({
    ledger: form.optional(),
    changelog: form.optional(),
    split: form.optional(),
    lookup: form.optional(),
    wallets: z.enum([...FORMS, 'public_wallets', 'official_wallets']).optional(),
  }),
]);

export type FormChoice = z.infer<typeof formChoiceSchema>;

/** The choice for one dataset; undefined where the operator left it to what is found. */
export function choiceFor(choice: FormChoice | undefined, dataset: FormedDataset): string | undefined {
  return typeof choice === 'object' ? choice[dataset] : choice;
}

/** The form of each dataset that `known` tells of. */
export function formsOf(known: SourceForm): Partial<Record<FormedDataset, Form>> {
  if (typeof known !== 'string') return known ?? {};
  return Object.fromEntries(FORMED.map((dataset) => [dataset, known]));
}

/** One word where all datasets have the same form, else each dataset's own; null where there are none. */
export function sourceForm(forms: Partial<Record<FormedDataset, Form>>): SourceForm {
  const [first, ...others] = new Set(Object.values(forms));
  if (first === undefined) return null;
  return others.length === 0 ? first : forms;
}
