import { expect, test } from 'vitest';
import type { Outcome } from '../core/outcome.ts';
import { detect, symptomSchema } from './symptom.ts';

const words = { en: 'Symptom', id: 'Gejala' };
const symptom = (when: 'any' | 'all') =>
  symptomSchema.parse({
    id: 'a',
    name: words,
    playbook: 'p',
    playbook_name: words,
    checks: ['x', 'y'],
    when,
  });

test.each<['any' | 'all', Outcome[], string]>([
  ['any', ['up', 'up'], 'absent'],
  ['any', ['up', 'down'], 'present'],
  ['any', ['degraded', 'up'], 'present'],
  ['any', ['unknown', 'down'], 'present'],
  ['any', ['unknown', 'up'], 'not-known'],
  ['any', [], 'not-known'],
  ['all', ['down', 'degraded'], 'present'],
  ['all', ['down', 'up'], 'absent'],
  ['all', ['down', 'unknown'], 'not-known'],
  ['all', ['unknown', 'up'], 'absent'],
  ['all', ['unknown', 'unknown'], 'not-known'],
])('TPC-18: %s of %j is %s', (when, outcomes, expected) => {
  expect(detect(symptom(when), outcomes)).toBe(expected);
});

test('of no checks at all, nothing is known', () => {
  expect(detect(symptom('all'), [])).toBe('not-known');
});
