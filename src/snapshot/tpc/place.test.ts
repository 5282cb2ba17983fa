import { expect, test } from 'vitest';
import { FORMED } from '../../ledger/form.ts';
import { PLACES } from './place.ts';

test.each(FORMED)(
  'no two places of %s bear one name, now or earlier: a manifest tells which it was',
  (name) => {
    const names = PLACES[name].flatMap(({ mapping, earlier = [] }) => [mapping, ...earlier]);
    expect(new Set(names).size).toBe(names.length);
  },
);
