import { expect, test } from 'vitest';
import { readSystem } from '../../systems/system-file.ts';
import { complaints } from '../../testing/complaints.ts';
import { published } from '../../testing/publication.ts';
import { inputsOf } from '../../testing/report-inputs.ts';
import { routineOf } from '../../testing/routine-content.ts';
import { makeReport } from '../make.ts';
import { routineSchema } from '../model/routine.ts';

const system = await readSystem('content', 'tpc');
const name = { en: 'Name', id: 'Nama' };

/** What the items come to where there is no escrow, no row of the ledger and no wallet. */
function overNothing(stated: { readonly may_be_empty?: boolean }, mayBeEmpty = false) {
  const items = [
    { id: 'escrow', name, computed: 'escrow', ...stated },
    { id: 'duplicates', name, computed: 'duplicates', ...stated },
    { id: 'wallets', name, dataset: 'wallets', without: ['wallet-link'] },
  ];
  const routine = routineSchema.parse(routineOf({ items }));
  const datasets = { ...system.transparency?.datasets, wallets: { may_be_empty: mayBeEmpty } };
  const transparency = system.transparency === undefined ? undefined : { ...system.transparency, datasets };
  const inputs = {
    ...inputsOf({ ...system, transparency }, routine, 'well'),
    publication: published({}),
    answers: new Map([['escrow', { kind: 'escrow' as const, escrows: [], unlocks: [] }]]),
  };
  return makeReport(routine, 'on-time', inputs, 0).items.map(({ id, result, reason, evidence }) => ({
    id,
    told: reason === undefined ? result : `${result}: ${reason}`,
    count: evidence.find(({ term }) => ['escrows', 'batches', 'rows'].includes(term))?.value,
  }));
}

test('CTS-07, TPC-12: no row where there must be some is not known, with the count of none', () => {
  const told = 'not-known: nothing-there';
  expect(overNothing({})).toEqual([
    { id: 'escrow', told, count: '0' },
    { id: 'duplicates', told, count: '0' },
    { id: 'wallets', told, count: '0' },
  ]);
});

test('where the routine, or the system of a dataset, says that there may be none, none is as it must be', () => {
  expect(overNothing({ may_be_empty: true }, true).map(({ told }) => told)).toEqual([
    'passed',
    'passed',
    'passed',
  ]);
});

test('of a computation that always has its row, nobody can say that it may be empty', () => {
  const items = [{ id: 'audit', name, computed: 'audit', may_be_empty: true }];
  expect(complaints(routineSchema, routineOf({ items }))).toEqual([
    'items.0.may_be_empty: expected only with one of these: duplicates, escrow',
  ]);
});
