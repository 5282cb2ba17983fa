import { describe, expect, test } from 'vitest';
import { assertClock, clockDoubts, type Dated, peerTime } from './clock.ts';

const NOW = '2026-01-26T12:00:00Z';
const peers = (...minutes: readonly number[]) =>
  minutes.map((minute, index) => ({
    host: `${index}.example`,
    date: new Date(Date.parse(NOW) + minute * 60_000),
  }));

const published = (at: string | null): Dated[] =>
  at === null ? [] : [{ at, what: 'what notes/manifest.json publishes', remedy: 'revert the commit' }];

describe('a run is not written under a time that is not now', () => {
  test.each([
    ['peers agree with it', null, peers(0, 4)],
    ['one peer alone says otherwise', null, peers(600)],
    ['peers that say otherwise do not agree with each other', null, peers(600, -600)],
    ['one of several agrees with it', null, peers(600, 601, 1)],
    ['what is published is a little later', '2026-01-26T12:05:00Z', []],
    [
      'what is published is far later, and several peers say that it was wrong',
      '2026-01-27T12:00:00Z',
      peers(0, 1),
    ],
  ])('it is, where %s', (_, latest, said) => {
    expect(() => assertClock(NOW, published(latest), said)).not.toThrow();
  });

  test.each([
    ['several peers say that it is later', null, peers(600, 601), 'later'],
    ['most peers say that it is later, and one says otherwise', null, peers(600, 601, 602, -600), 'later'],
    ['several peers say that it is earlier', null, peers(-600, -601), 'earlier'],
    [
      'what is published is later by more than five minutes',
      '2026-01-26T12:05:01Z',
      [],
      '2026-01-26T12:05:01Z',
    ],
    ['… whatever one peer says', '2026-01-26T13:00:00Z', peers(0), '2026-01-26T13:00:00Z'],
  ])('it is not, where %s', (_, latest, said, named) => {
    expect(() => assertClock(NOW, published(latest), said)).toThrow(named);
  });

  test('a host that answered twice is one peer', () => {
    const twice = peers(600).flatMap((peer) => [peer, peer]);
    expect(() => assertClock(NOW, [], twice)).not.toThrow();
  });

  test('of several dates the newest is named, and what to do', () => {
    const dated = [
      ...published('2026-01-26T13:00:00Z'),
      { at: '2026-01-26T14:00:00+07:00', what: 'a', remedy: 'b' },
    ];
    expect(() => assertClock(NOW, dated, [])).toThrow(
      'says 2026-01-26T12:00:00Z, and what notes/manifest.json publishes is dated 2026-01-26T13:00:00Z. Nothing was ' +
        'written: set the clock right; where that date is the one that is wrong, revert the commit.',
    );
  });
});

describe('one peer that says otherwise keeps nothing from being written, and is told', () => {
  test.each([
    ['it is later', peers(60), ['2026-01-26T13:00:00.000Z, 3600 s later']],
    ['it is earlier', peers(-60), ['2026-01-26T11:00:00.000Z, 3600 s earlier']],
    ['it agrees', peers(5), []],
    ['another one agrees with this machine', peers(60, 0), []],
  ])('%s', (_, said, told) => {
    expect(clockDoubts(NOW, said)).toEqual(told.map((words) => expect.stringContaining(words)));
  });

  test.each(['localhost', '127.0.0.1', '::1', '[::1]', '/run/postgresql', ''])('%j is no peer', (host) => {
    expect(peerTime(host, new Date(NOW))).toBeNull();
  });

  test('a time that can not be read is none', () => {
    expect(peerTime('db.example', new Date('soon'))).toBeNull();
  });
});
