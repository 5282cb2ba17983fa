import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor, type TimeText } from './format.ts';

const ZONES = { first: 'Asia/Jakarta', beside: 'UTC' };
const [en, id] = [formatFor('en', ZONES), formatFor('id', ZONES)];

describe('numbers as the reader writes them', () => {
  test('TPC-08 an amount keeps every decimal and never passes through a float', () => {
    expect(en.decimal('12345678901234567890.123450')).toBe('12,345,678,901,234,567,890.123450');
    expect(id.decimal('12480.250000')).toBe('12.480,250000');
    expect(id.amount('12480.250000')).toEqual({ whole: '12.480', fraction: ',250000' });
    expect(en.amount('7')).toEqual({ whole: '7', fraction: '' });
    expect(en.decimal('-0.000001')).toBe('-0.000001');
  });

  test('an amount that earlier versions let in with more decimals than can be printed stops no page', () => {
    expect(en.decimal(`0.${'0'.repeat(100)}1`)).toBe(`0.${'0'.repeat(100)}`);
    expect(en.decimal('9'.repeat(400)).replaceAll(',', '')).toHaveLength(400);
  });

  test('TPC-08 read back without separators, the text is the amount (property)', () => {
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{1,18}$/));
    fc.assert(
      fc.property(amounts, ([whole, fraction]) => {
        const value = `${whole}.${fraction}`;
        expect(en.decimal(value).replaceAll(',', '')).toBe(value);
        expect(id.decimal(value).replaceAll('.', '').replace(',', '.')).toBe(value);
      }),
    );
  });

  test.each(['', 'NaN', '1e5', '1,5', ' 1'])('refuses "%s"', (text) => {
    expect(() => en.decimal(text)).toThrow(RangeError);
  });

  test('percentages lose only the zeros at their end', () => {
    expect([en.percent('25.00'), id.percent('12.50'), id.percent('60')]).toEqual(['25%', '12,5%', '60%']);
  });
});

/** With breaking spaces, as a test is typed. */
const plain = (time: TimeText): TimeText => JSON.parse(JSON.stringify(time).replaceAll('\u00A0', ' '));

describe('times in WIB with UTC beside', () => {
  test('the same day in both zones', () => {
    expect(plain(id.time('2026-11-21 14:05:09.123456+00'))).toEqual({
      iso: '2026-11-21T14:05:09.123456Z',
      first: '21 Nov 2026, 21.05 WIB',
      beside: '14.05 UTC',
    });
    expect(plain(en.time('2026-11-21T14:05:00Z')).first).toBe('21 Nov 2026, 21:05 WIB');
  });

  test('after 17:00 UTC Jakarta is on the next day, and both days are said', () => {
    const time = plain(en.time('2026-11-20 17:30:00+00'));
    expect([time.first, time.beside]).toEqual(['21 Nov 2026, 00:30 WIB', '20 Nov, 17:30 UTC']);
  });

  test('another zone by the name that it has at that time of the year, and no second one where none is told', () => {
    const lisbon = [formatFor('en', { first: 'Europe/Lisbon' }), formatFor('id', { first: 'Europe/Lisbon' })];
    expect(lisbon.map((format) => plain(format.time('2026-07-01T01:07:00Z')))).toEqual([
      { iso: '2026-07-01T01:07:00Z', first: '1 Jul 2026, 02:07 WEST', beside: null },
      { iso: '2026-07-01T01:07:00Z', first: '1 Jul 2026, 02.07 WEST', beside: null },
    ]);
    expect(lisbon[0]?.stamp('2026-12-01T01:07:00Z').replaceAll('\u00A0', ' ')).toBe('01:07 WET, 1 Dec');
    const utc = formatFor('en', { first: 'UTC' });
    expect(plain(utc.time('2026-07-01T01:07:00Z')).first).toBe('1 Jul 2026, 01:07 UTC');
  });

  test.each([
    ['Asia/Makassar', 'WITA', 'WITA'],
    ['Europe/London', 'BST', 'GMT'],
    ['America/New_York', 'EDT', 'EST'],
    ['Asia/Kolkata', 'IST', 'IST'],
    ['Asia/Singapore', 'GMT+8', 'GMT+8'],
  ])('%s is called %s in July and %s in January', (first, july, january) => {
    const { time } = formatFor('id', { first });
    const names = ['2026-07-01T12:00:00Z', '2026-01-01T12:00:00Z'].map((at) =>
      plain(time(at)).first.split(' ').at(-1),
    );
    expect(names).toEqual([july, january]);
  });

  test('dates as the glossary writes them', () => {
    expect(id.date('2026-11-21 14:05:00+00')).toBe('21\u00A0November\u00A02026');
    expect([en.month('2026-08'), id.month('2026-08')]).toEqual(['August\u00A02026', 'Agustus\u00A02026']);
    expect(id.day('2026-03-01')).toBe('1\u00A0Maret\u00A02026');
  });
});
