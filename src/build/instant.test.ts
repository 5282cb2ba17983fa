import { expect, test, vi } from 'vitest';
import { buildInstant, buildTime, fixInstant } from './instant.ts';

test('the present of a build is what SOURCE_DATE_EPOCH says, whatever the clock does', () => {
  const env = { SOURCE_DATE_EPOCH: '1769904000' };
  expect(buildInstant(env)).toBe(Date.UTC(2026, 1, 1));
  expect(buildTime(env)).toBe('2026-02-01T00:00:00Z');
});

test('without it, the second at which the build begins is that of all of it', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 1, 1, 0, 0, 0, 900) });
  const env: NodeJS.ProcessEnv = { SOURCE_DATE_EPOCH: '' };
  fixInstant(env);
  vi.setSystemTime(Date.UTC(2026, 1, 2));
  expect(env.SOURCE_DATE_EPOCH).toBe('1769904000');
  expect(buildInstant(env)).toBe(Date.UTC(2026, 1, 1));
  vi.useRealTimers();
});

test.each(['now', '-1', '1.5', '0x10', '999999999999', ' 1'])('%s is no instant', (given) => {
  expect(() => buildInstant({ SOURCE_DATE_EPOCH: given })).toThrow('whole number of seconds');
});
