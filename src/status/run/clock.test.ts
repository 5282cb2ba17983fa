import { describe, expect, test } from 'vitest';
import { assertClock } from './clock.ts';

const NOW = '2026-01-26T12:00:00Z';
const peers = (...minutes: readonly number[]) =>
  minutes.map((minute, index) => ({
    host: `${index}.example`,
    date: new Date(Date.parse(NOW) + minute * 60_000),
  }));

describe('a run is not written under a time that is not now', () => {
  test.each([
    ['peers agree with it', null, peers(0, 4)],
    ['one peer alone says otherwise', null, peers(600)],
    ['peers that say otherwise do not agree with each other', null, peers(600, -600)],
    ['one of several agrees with it', null, peers(600, 601, 1)],
    ['the run before is a little later', '2026-01-26T12:09:00Z', []],
    [
      'the run before is far later, and several peers say that it was wrong',
      '2026-01-27T12:00:00Z',
      peers(0, 1),
    ],
  ])('it is, where %s', (_, latest, said) => {
    expect(() => assertClock(NOW, latest, said)).not.toThrow();
  });

  test.each([
    ['several peers say that it is later', null, peers(600, 601), 'later'],
    ['most peers say that it is later, and one says otherwise', null, peers(600, 601, 602, -600), 'later'],
    ['several peers say that it is earlier', null, peers(-600, -601), 'earlier'],
    ['the run before is far later', '2026-01-26T13:00:00Z', [], '2026-01-26T13:00:00Z'],
    ['… whatever one peer says', '2026-01-26T13:00:00Z', peers(0), '2026-01-26T13:00:00Z'],
  ])('it is not, where %s', (_, latest, said, named) => {
    expect(() => assertClock(NOW, latest, said)).toThrow(named);
  });

  test('a host that answered twice is one peer', () => {
    const twice = peers(600).flatMap((peer) => [peer, peer]);
    expect(() => assertClock(NOW, null, twice)).not.toThrow();
  });
});
