import { describe, expect, test } from 'vitest';
import { systemSchema } from '../systems/system.ts';
import { complaints } from '../testing/complaints.ts';
import { hashSessionsSchema, printedIn, saysInstant, sessionName } from './hash-session.ts';

describe('TPC-07 the sessions in which hashes are made', () => {
  const AT = '2026-01-26 01:02:03.1234+00';
  test.each([
    ['Asia/Jakarta', 'ISO', '2026-01-26 08:02:03.1234+07'],
    ['Asia/Kolkata', 'ISO', '2026-01-26 06:32:03.1234+05:30'],
    ['America/New_York', 'ISO', '2026-01-25 20:02:03.1234-05'],
    ['Asia/Jakarta', 'German', '26.01.2026 08:02:03.1234 WIB'],
    ['Asia/Jayapura', 'SQL, MDY', '01/26/2026 10:02:03.1234 WIT'],
    ['Asia/Makassar', 'SQL, DMY', '26/01/2026 09:02:03.1234 WITA'],
    ['Asia/Jakarta', 'Postgres, MDY', 'Mon Jan 26 08:02:03.1234 2026 WIB'],
    ['UTC', 'Postgres, DMY', 'Mon 26 Jan 01:02:03.1234 2026 UTC'],
  ] as const)('%s %s prints %s, and it reads back as the same instant', (zone, style, text) => {
    const session = { zone, style };
    expect(printedIn(session, AT)).toBe(text);
    expect(saysInstant(text, AT, session)).toBe(true);
    expect(saysInstant(text, AT)).toBe(true);
    expect(saysInstant(text, '2026-01-26 01:02:03.1235+00', session)).toBe(false);
    expect(saysInstant(text, '2026-01-26 01:02:03.1235+00')).toBe(false);
  });

  test('an offset that the style has no name for prints nothing, so it never matches', () => {
    const winter = { zone: 'Europe/Berlin', style: 'German', abbreviations: { '+01': 'CET' } } as const;
    expect(printedIn(winter, AT)).toBe('26.01.2026 02:02:03.1234 CET');
    expect(printedIn(winter, '2026-07-26 01:02:03+00')).toBeNull();
  });

  test('every mistake in a declaration is named', () => {
    const transparency = {
      every: 'PT15M',
      valid_for: 'PT30M',
      hash_sessions: [
        { zone: 'Jakarta', style: 'ISO' },
        { zone: '+07:00', style: 'ISO' },
        { zone: 'Asia/Jakarta', style: 'iso' },
        { zone: 'Europe/Berlin', style: 'German' },
        { zone: 'Europe/Berlin', style: 'German', abbreviations: { '1': 'CET', '+02': 'C E S T' } },
      ],
      datasets: {},
    };
    const words = { en: 'a', id: 'a' };
    const system = { id: 'a', name: words, summary: words, components: [], transparency };
    const issues = systemSchema.safeParse(system).error?.issues.map(({ path }) => path.join('.')) ?? [];
    const list = 'transparency.hash_sessions';
    expect(issues.filter((path) => path.startsWith(list)).toSorted()).toEqual([
      `${list}.0.zone`,
      `${list}.1.zone`,
      `${list}.2.style`,
      `${list}.3.abbreviations`,
      `${list}.4.abbreviations.+02`,
      `${list}.4.abbreviations.1`,
    ]);
    const alone = { ...transparency, hash_sessions: undefined, hash_sessions_complete: true };
    const said = systemSchema.safeParse({ ...system, transparency: alone }).error?.issues ?? [];
    expect(said.map(({ path }) => path.join('.'))).toContain('transparency.hash_sessions_complete');
    const twice = [1, 2].map(() => ({ zone: 'Asia/Jakarta', style: 'ISO' }));
    expect(complaints(hashSessionsSchema, twice)).toEqual(['1: "Asia/Jakarta ISO" is there twice']);
    expect(sessionName({ zone: 'Asia/Jakarta', style: 'ISO' })).toBe('Asia/Jakarta ISO');
  });
});
