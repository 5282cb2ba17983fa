import { describe, expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';

const result = {
  name: 'backup',
  result: 'passed',
  observed_at: '2026-01-26T10:00:00+07:00',
  valid_until: '2026-01-27T10:00:00+07:00',
};
const document = (results: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  format: 'terang/attestation/1',
  system: 'sample',
  results,
  ...more,
});
const check = (url: string, more: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({ kind: 'attested', url, result: 'backup', timeout: 'PT2S', ...more });
const answerTo = async (body: unknown, more: Readonly<Record<string, unknown>> = {}, status = 200) => {
  const peer = await startPeer((_, response) => json(response, body, status));
  return asking(check(peer.url, more), { now: '2026-01-26T12:00:00Z' });
};
const unknown = (reason: string) => ({ sample: { outcome: 'unknown', reason } });

describe('VOU-07, COI-03, CTS-02: what only the operator can attest', () => {
  test('passed is up, failed is down', async () => {
    expect((await answerTo(document([result]))).sample).toEqual({ outcome: 'up' });
    expect((await answerTo(document([{ ...result, result: 'failed' }]))).sample).toEqual({
      outcome: 'down',
      reason: 'attested-failed',
    });
  });

  test('a number against its target; a gauge without a number says nothing', async () => {
    const gauge = { unit: '%', target: { below: 80 } };
    const memory = await answerTo(document([{ ...result, value: '81.5' }]), { gauge });
    expect(memory.sample).toEqual({ outcome: 'degraded', reason: 'target-missed', value: '81.5' });
    expect(await answerTo(document([result]), { gauge })).toMatchObject(unknown('not-a-number'));
    const told = (unit: string) => answerTo(document([{ ...result, value: '0.95', unit }]), { gauge });
    expect((await told('%')).sample).toEqual({ outcome: 'up', value: '0.95' });
    expect(await told('ratio')).toMatchObject(unknown('unreadable'));
  });

  test('EVT-07: counts by domain error', async () => {
    const counts = [{ label: 'EnrollmentAlreadyExists', count: '4' }];
    expect((await answerTo(document([{ ...result, value: '4', counts }]))).detail).toEqual({ counts });
  });

  test('COI-11: events come with it, whatever its results say', async () => {
    const events = [{ kind: 'deployment', at: '2026-01-25T08:00:00Z', component: 'api', subject: 'v1.4.0' }];
    expect((await answerTo(document([], { events }))).events).toEqual(events);
    expect(await answerTo(document([], { events }))).toMatchObject(unknown('absent'));
  });
});

describe('never guessed', () => {
  test('what was seen once vouches for a year and a little, not for ever', async () => {
    const until = (valid_until: string) => answerTo(document([{ ...result, valid_until }]));
    expect((await until('2027-02-28T00:00:00Z')).sample.outcome).toBe('up');
    expect(await until('2099-01-01T00:00:00Z')).toMatchObject(unknown('unreadable'));
  });

  test('a document that says two things at once is not read; one with a byte order mark is', async () => {
    const text = JSON.stringify(document([result])).replace('"passed"', '"failed","result":"passed"');
    expect(await answerTo(text)).toMatchObject(unknown('unreadable'));
    expect((await answerTo(`\uFEFF${JSON.stringify(document([result]))}`)).sample.outcome).toBe('up');
  });

  test('overdue, from the very second on', async () => {
    const until = (valid_until: string) => answerTo(document([{ ...result, valid_until }]));
    expect((await until('2026-01-26T12:00:01Z')).sample.outcome).toBe('up');
    expect(await until('2026-01-26T12:00:00Z')).toMatchObject(unknown('overdue'));
  });

  test('told twice in one document: neither is chosen, not even when the first passed', async () => {
    const answer = await answerTo(document([result, { ...result, result: 'failed' }]));
    expect(answer).toMatchObject({ ...unknown('unreadable'), told: '"backup" stands there twice' });
  });

  test('observed in the future: somebody’s clock is wrong', async () => {
    expect(await answerTo(document([{ ...result, observed_at: '2026-01-26T13:00:00Z' }]))).toMatchObject(
      unknown('in-the-future'),
    );
  });

  test('not there', async () => {
    expect(await answerTo('', {}, 404)).toMatchObject(unknown('absent'));
    expect(await answerTo(document([{ ...result, name: 'other' }]))).toMatchObject(unknown('absent'));
  });

  test.each([
    ['a server error', document([result]), 500],
    ['HTML', '<html>', 200],
    ['another format', { ...document([result]), format: 'terang/attestation/2' }, 200],
    ['a word that nobody knows', document([{ ...result, result: 'probably' }]), 200],
    ['a time without an offset', document([{ ...result, valid_until: '2026-01-27T10:00:00' }]), 200],
    ['another system', { ...document([result]), system: 'other' }, 200],
    ['a field too many, which could hold anything', document([{ ...result, password: 'x' }]), 200],
  ])('%s is unreadable', async (_, body, status) => {
    const answer = await answerTo(body, {}, status);
    expect(answer).toMatchObject(unknown('unreadable'));
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
  });

  test('whatever keeps the document from us is unknown, not down', async () => {
    const silent = await startPeer(() => undefined);
    for (const url of [await closedAddress(), silent.url])
      expect(await asking(check(url, { timeout: 'PT0.5S' }))).toMatchObject({
        ...unknown('unreadable'),
        transport: true,
      });
    expect(await asking(check('https://there-is-no-such-host.invalid/'))).toMatchObject(
      unknown('name-not-resolved'),
    );
    expect(await asking(check('env:VOU_ATTESTATION_URL'))).toMatchObject(unknown('missing-setting'));
  });
});
