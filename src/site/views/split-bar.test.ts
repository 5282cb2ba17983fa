import { describe, expect, test } from 'vitest';
import { csvFile } from '../../open-data/files.ts';
import { hashedBatch, published } from '../../testing/publication.ts';
import { readerFor } from '../../testing/site.ts';
import { batchBar, splitBar, splitText } from './split-bar.ts';
import { splitPageOf } from './split-page.ts';

const [en, id] = [readerFor('en'), readerFor('id')];
const whole = { referral: '25', treasury: '60', buyback: '15' };
const field = { referral: '10', treasury: '20', buyback: '5', platform: '65' };

describe('TPC-05 what stays with the platform', () => {
  test('is a slice of the bar with a name in both languages, and the shares keep their true width', () => {
    expect(splitBar(en, field).sentence).toBe(
      '10% referral, 20% treasury, 5% buyback and 65% kept by the platform',
    );
    expect(splitBar(id, field).sentence).toContain('65% tetap di platform');
    expect(splitBar(en, field).parts.map(({ part, width }) => [part, width])).toEqual([
      ['referral', 100],
      ['treasury', 200],
      ['buyback', 50],
      ['platform', 650],
    ]);
    expect(splitText(en, field)).toBe('10%\u00A0/\u00A020%\u00A0/\u00A05%\u00A0/\u00A065%');
  });

  test('is no slice where there is nothing, in either form', () => {
    for (const split of [whole, { ...whole, platform: '0' }])
      expect(splitBar(en, split).parts.map(({ part }) => part)).toEqual(['referral', 'treasury', 'buyback']);
  });

  test('is on the page of the split and in its CSV, where a split without a rest has an empty field', () => {
    const page = splitPageOf(en, published({ split: [field] }));
    expect(page.headline).toContain('65%');
    expect(page.periods[0]?.bar?.parts.at(-1)?.name).toBe('kept by the platform');
    const csv = (split: typeof whole) => csvFile(published({ split: [split] }), 'split').text.split('\r\n');
    expect(csv(field).slice(0, 2)).toEqual([
      'referral,treasury,buyback,platform,since,reason',
      '10,20,5,65,,',
    ]);
    expect(csv(whole)[1]).toBe('25,60,15,,,');
  });
});

describe('TPC-08 a batch of a split with a rest', () => {
  const batch = hashedBatch({
    referral_sum: '100.000000',
    treasury_sum: '200.000000',
    buyback_sum: '50.000000',
  });

  test('shows what of its revenue was not distributed', () => {
    const { parts } = batchBar(en, batch, field);
    expect(parts.map(({ part, percent, width }) => [part, percent, width]).at(-1)).toEqual([
      'platform',
      '65%',
      650,
    ]);
    expect(batchBar(en, batch, field).sentence).toBe(
      'referral 100.000000, treasury 200.000000, buyback 50.000000 and kept by the platform 650.000000',
    );
  });

  test('says nothing of a rest where its split is not known or has none', () => {
    for (const split of [null, whole]) expect(batchBar(en, batch, split).parts).toHaveLength(3);
  });
});
