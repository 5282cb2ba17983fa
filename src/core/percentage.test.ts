import { expect, test } from 'vitest';
import { percentageOf } from './percentage.ts';

test.each([
  ['4061.000000', '6602.000000', '61.51'],
  ['600', '1000.000000', '60.00'],
  ['0.000001', '1000000.000000', '0.00'],
  ['0.000000', '12.5', '0.00'],
  ['2', '3', '66.67'],
  ['9007199254740993.000001', '9007199254740993.000001', '100.00'],
])('%s of %s is %s %%', (part, whole, percent) => {
  expect(percentageOf(part, whole)).toBe(percent);
});

test('of nothing there is no share', () => {
  expect(percentageOf('1', '0.000000')).toBeNull();
});
