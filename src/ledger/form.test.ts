import { expect, test } from 'vitest';
import { choiceFor, formsOf, sourceForm, sourceFormSchema } from './form.ts';

test('one form for all is one word; mixed forms are told by dataset', () => {
  expect(sourceForm({ ledger: 'field', split: 'field' })).toBe('field');
  expect(sourceForm({ ledger: 'field', split: 'runbook' })).toEqual({ ledger: 'field', split: 'runbook' });
  expect(sourceForm({})).toBeNull();
  expect(sourceForm(formsOf('runbook'))).toBe('runbook');
  expect(formsOf(null)).toEqual({});
  for (const form of ['field', { ledger: 'field', split: 'runbook' }, null])
    expect(sourceFormSchema.parse(form)).toEqual(form);
});

test('a choice for all is a choice for each', () => {
  expect(choiceFor('field', 'wallets')).toBe('field');
  expect(choiceFor({ wallets: 'official_wallets' }, 'wallets')).toBe('official_wallets');
  expect(choiceFor({ wallets: 'official_wallets' }, 'split')).toBeUndefined();
  expect(choiceFor(undefined, 'split')).toBeUndefined();
});
