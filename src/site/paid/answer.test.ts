import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerTo, idOf } from './answer.ts';
import { lookupFiles } from './lookup-file.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const STRANGER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const HASH = createHash('sha256').update(ID).digest('hex');
const [READ, UNTIL] = ['2026-03-20T09:10:11Z', '2026-03-20T09:40:11Z'];
const WHILE_VALID = Date.parse('2026-03-20T09:20:00Z');

const line = {
  hash: HASH.slice(0, 24),
  batch: '20000000-0000-4000-8000-000000000001',
  madeAt: null,
  index: null,
};
const files = new Map(
  [
    ...lookupFiles([line], { observedAt: READ, validUntil: UNTIL, demo: null }, (prefix) =>
      prefix.padEnd(24, '5'),
    ),
  ].map(({ prefix, text }) => [prefix, text]),
);

/** The state of the answer, and everything that was asked for on the way. */
async function asked(text: string, over: { now?: number; isComplete?: boolean; down?: boolean } = {}) {
  const loaded: string[] = [];
  const { now = WHILE_VALID, isComplete = true, down = false } = over;
  const load = async (prefix: string) => {
    loaded.push(prefix);
    return down ? null : (files.get(prefix) ?? null);
  };
  const { state } = await answerTo(text, { load, now, isComplete });
  return { state, loaded };
}

test('of an id, two digits of its hash are all that is asked for', async () => {
  expect(await asked(ID)).toEqual({ state: 'listed', loaded: [HASH.slice(0, 2)] });
});

test('an id is read as people paste it, and what is none asks for nothing', async () => {
  for (const text of [ID.toUpperCase(), ` ${ID}\n`, `{${ID}}`, `urn:uuid:${ID}`]) expect(idOf(text)).toBe(ID);
  for (const text of ['', '17', 'order 17', ID.slice(1), `${ID}0`, '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d'])
    expect(await asked(text)).toEqual({ state: 'noId', loaded: [] });
});

test('that it is not listed is an answer only of lists that are fresh and whole', async () => {
  expect((await asked(STRANGER)).state).toBe('notListed');
  expect((await asked(STRANGER, { now: Date.parse(UNTIL) })).state).toBe('outOfDate');
  expect((await asked(STRANGER, { now: Date.parse('2026-03-20T08:00:00Z') })).state).toBe('clockWrong');
  expect((await asked(STRANGER, { isComplete: false })).state).toBe('incomplete');
  expect((await asked(STRANGER, { down: true })).state).toBe('notLoaded');
});

test('that it is listed stays so, however old the lists are', async () => {
  expect((await asked(ID, { now: Date.parse('2036-01-01T00:00:00Z'), isComplete: false })).state).toBe(
    'listed',
  );
});
