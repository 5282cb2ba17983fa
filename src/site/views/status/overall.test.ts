import { describe, expect, test } from 'vitest';
import type { State } from '../../../systems/component.ts';
import { readerFor } from '../../../testing/site.ts';
import { overallSentence } from './overall.ts';

const UP = 'operational';
const systems = (...states: State[]) =>
  states.map((state) => ({ state, system: { name: { en: 'Vouchers', id: 'Voucher' } } }));

describe('the state of everything in one sentence, by the grammar of each language', () => {
  test.each<[string, State[], string, string]>([
    [
      'none',
      [],
      'Nothing is known: no system is described here yet',
      'Belum ada yang diketahui: belum ada sistem yang dijelaskan di sini',
    ],
    ['one', [UP], 'Vouchers operates normally', 'Voucher berjalan normal'],
    ['one unknown', ['unknown'], 'The state of Vouchers is not known', 'Keadaan Voucher tidak diketahui'],
    ['two', [UP, UP], 'Both systems operate normally', 'Kedua sistem berjalan normal'],
    ['five', [UP, UP, UP, UP, UP], 'All five systems operate normally', 'Kelima sistem berjalan normal'],
    [
      'all unknown',
      ['unknown', 'unknown', 'unknown'],
      'The state of all three systems is not known',
      'Keadaan ketiga sistem tidak diketahui',
    ],
    [
      'eleven',
      Array.from({ length: 11 }, () => UP),
      'All 11 systems operate normally',
      'Semua dari 11 sistem berjalan normal',
    ],
    [
      'mixed',
      [UP, 'degraded_performance', UP, 'unknown', UP],
      'Three of five systems operate normally, one is degraded, one is not known',
      'Tiga dari lima sistem berjalan normal, satu menurun kinerjanya, satu tidak diketahui',
    ],
    [
      'only one up, the gravest first',
      [UP, 'unknown', 'partial_outage', 'major_outage', 'major_outage'],
      'One of five systems operates normally, two have a major outage, one has a partial outage, one is not known',
      'Satu dari lima sistem berjalan normal, dua mengalami gangguan besar, satu mengalami gangguan sebagian, satu tidak diketahui',
    ],
    [
      'none up',
      ['under_maintenance', 'unknown', 'unknown'],
      'Of three systems one is under maintenance, two are not known',
      'Dari tiga sistem, satu dalam pemeliharaan, dua tidak diketahui',
    ],
  ])('%s', (_name, states, english, indonesian) => {
    expect(overallSentence(readerFor('en'), systems(...states))).toBe(english);
    expect(overallSentence(readerFor('id'), systems(...states))).toBe(indonesian);
  });

  test('in every combination of three: "normal" is said only of those that are', () => {
    const states: State[] = [
      UP,
      'under_maintenance',
      'unknown',
      'degraded_performance',
      'partial_outage',
      'major_outage',
    ];
    for (const a of states)
      for (const b of states)
        for (const c of states) {
          const some = [a, b, c].includes(UP);
          for (const language of ['en', 'id'] as const) {
            const sentence = overallSentence(readerFor(language), systems(a, b, c));
            expect(sentence).not.toMatch(/undefined|\{\{|\d/);
            expect(/normal/.test(sentence)).toBe(some);
            expect(/not known|tidak diketahui/.test(sentence)).toBe([a, b, c].includes('unknown'));
          }
        }
  });
});
