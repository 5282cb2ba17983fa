import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/language.ts';
import { NO_NOTES } from '../../../incidents/model/notes-publication.ts';
import { REASONS } from '../../../status/sample.ts';
import { NO_STATUS } from '../../../status/status-publication.ts';
import { homeOf } from '../../../testing/home.ts';
import { NOTHING_PUBLISHED } from '../../../testing/publication.ts';
import { readerFor, SITE } from '../../../testing/site.ts';
import { badgeJson, badges } from './badge.ts';
import { mark, stateMark } from './state-mark.ts';
import { statusWarnings } from './warnings.ts';

const HELD = { observed_at: '2026-01-26T07:05:00Z', valid_until: '2026-01-26T07:27:30Z' };
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('a state bears its time in its words, and what replaces it', () => {
  test('in both languages', () => {
    const [en, id] = LANGUAGES.map((language) => stateMark(readerFor(language), 'operational', HELD));
    expect([en?.word, plain(en?.at ?? ''), plain(`${en?.aged.word} ${en?.aged.since}`)]).toEqual([
      'Operational',
      'at 14:05 WIB, 26 Jan',
      'Not known since 14:27 WIB, 26 Jan',
    ]);
    expect([id?.word, plain(id?.at ?? ''), plain(`${id?.aged.word} ${id?.aged.since}`)]).toEqual([
      'Berjalan normal',
      'per 14.05 WIB, 26 Jan',
      'Tidak diketahui sejak 14.27 WIB, 26 Jan',
    ]);
    expect(en?.until).toBe(HELD.valid_until);
  });

  test('what was never seen is unknown, whatever it is said to be', () => {
    const never = { observed_at: null, valid_until: null };
    expect(mark(readerFor('en'), 'up', 'operational', never)).toMatchObject({
      shape: 'unknown',
      word: 'Not known yet',
      at: 'never checked',
      until: null,
    });
  });

  test('every reason has its words in both languages', () => {
    for (const reason of REASONS) {
      const [en, id] = LANGUAGES.map((language) => readerFor(language).t(`reason.${reason}`));
      expect(en).not.toBe(id);
    }
  });
});

test('the JSON of a badge holds what it says and nothing else of the system', () => {
  const now = {
    system: { id: 'a', name: { en: 'A', id: 'A' } },
    components: [],
    state: 'operational',
    ...HELD,
  };
  const [badge] = badges(SITE, { ...NO_STATUS, systems: [now as never] });
  expect(badge && Object.keys(JSON.parse(badgeJson(badge)))).toEqual([
    'schemaVersion',
    'label',
    'message',
    'color',
    'state',
    'names',
    'words',
    'observed_at',
    'valid_until',
    'past',
    'clock_wrong',
  ]);
});

describe('before any check ran', () => {
  test('nothing is said to be well', () => {
    const { overview } = homeOf(readerFor('en'), NOTHING_PUBLISHED, NO_STATUS, NO_NOTES);
    expect(overview.sentence).toBe('Nothing is known: no system is described here yet');
    expect(overview.freshness).toBeNull();
    expect(badges(SITE, NO_STATUS)).toEqual([]);
    expect(statusWarnings(NO_STATUS)).toHaveLength(1);
  });
});
