import { expect, test } from 'vitest';
import { check, systemOf } from '../testing/checks.ts';
import { defineChecks } from './check-definition.ts';
import { questionsAsked, questionsOf } from './check-question.ts';
import { type CheckedStatus, knownAnswers } from './known-answers.ts';

const NOW = '2026-01-26T12:00:00Z';
const http = (id: string, timeout = 'PT5S') => ({
  ...check({ kind: 'http', id, request: { url: 'https://a.example/' } }),
  kind: 'http' as const,
  timeout,
});
const noSql = () => null;
const at = (minute: number) => `2026-01-26T11:${String(minute).padStart(2, '0')}:00Z`;

/** A run every ten minutes of an hour, in which both checks are up; the second asks otherwise since minute 30. */
function status(): CheckedStatus {
  const [before, since] = [systemOf([http('a'), http('b', 'PT9S')]), systemOf([http('a'), http('b')])];
  const first = questionsAsked(questionsOf(before, noSql), undefined, at(0));
  const questions = questionsAsked(questionsOf(since, noSql), first, at(30));
  return {
    lines: [0, 10, 20, 30, 40, 50].map((minute) => ({
      at: at(minute),
      systems: { sample: { outcome: { up: ['a', 'b'] } } },
    })),
    definitions: [defineChecks(before, '0'.repeat(64), at(0)), defineChecks(since, '1'.repeat(64), at(30))],
    systems: { sample: { questions } },
  };
}
const answersTo = (id: string, { runs }: ReturnType<typeof knownAnswers>) =>
  runs.filter(({ checks }) => checks[id] !== undefined).map(({ at: when }) => Number(when.slice(14, 16)));

test('answers to another question are left out, by check', () => {
  const known = knownAnswers(systemOf([http('a'), http('b')]), noSql, status(), NOW);
  expect([answersTo('a', known), answersTo('b', known)]).toEqual([
    [0, 10, 20, 30, 40, 50],
    [30, 40, 50],
  ]);
  expect([...known.unasked]).toEqual([]);
});

test('a check that was not asked since it changed has none, and one that is gone is named', () => {
  const known = knownAnswers(systemOf([http('a', 'PT7S'), http('c')]), noSql, status(), NOW);
  expect(known.runs.flatMap(({ checks }) => Object.keys(checks))).toEqual([]);
  expect([[...known.unasked], known.removed]).toEqual([['a', 'c'], ['b']]);
});

test('the cadence is that of the runs, not that of the file; and nothing of a later time counts', () => {
  const slower = systemOf([http('a')], { checked_every: 'PT24H' });
  expect(knownAnswers(slower, noSql, status(), NOW).every).toBe(900);
  expect(knownAnswers(slower, noSql, { ...status(), definitions: [] }, NOW).every).toBe(86_400);
  const then = knownAnswers(slower, noSql, status(), at(20));
  expect([answersTo('a', then), then.removed]).toEqual([[0, 10, 20], ['b']]);
});

test('content of a version that did not say what was asked counts as it stands', () => {
  const { runs, unasked } = knownAnswers(systemOf([http('a')]), noSql, { ...status(), systems: {} }, NOW);
  expect([runs.length, unasked.size]).toEqual([6, 0]);
});
