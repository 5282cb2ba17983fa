import { expect, test } from 'vitest';
import { clockLines } from './clock.ts';

const NOW = '2026-03-20T12:00:00Z';
const peer = (host: string, at: string) => ({ host, date: new Date(at) });

test('several peers that agree condemn the clock, one alone leaves it open, none says nothing', () => {
  const late = '2026-03-20T13:00:00Z';
  const states = [
    [peer('one.example', late), peer('two.example', late)],
    [peer('one.example', late)],
    [],
    [peer('one.example', NOW)],
  ].map((peers) => clockLines(NOW, peers).map(({ state }) => state));
  expect(states).toEqual([['todo'], ['untold'], ['untold'], ['ok']]);
});
