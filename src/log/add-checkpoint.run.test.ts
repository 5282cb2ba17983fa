import { expect, test, vi } from 'vitest';
import { closedAddress, startPeer } from '../testing/peer.ts';
import { numbered, tiledLog } from '../testing/tiled-log.ts';
import { addCheckpoint } from './add-checkpoint.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { cosigner } from './cosignature.ts';
import { formatVkey, generateKey } from './key.ts';
import { parsePolicy } from './policy.ts';
import { formatNote, noteSigner, signNote } from './signed-note.ts';

const log = await generateKey('log.example/demo', 'note');
const witness = await generateKey('witness.example', 'cosignature');
const { hashes, root } = tiledLog(numbered(300));
const text = formatCheckpoint({ origin: log.name, size: 300n, root: await root(300n), extensions: [] });
const SEEN = 1_800_000_000n;
const offer = {
  note: formatNote(await signNote(text, [noteSigner(log)])),
  size: 300n,
  hashes: hashes(300n),
  seenWithin: () => ({ from: SEEN - 300n, until: SEEN + 300n }),
};

const witnessAt = (url: string) => {
  const policy = parsePolicy(
    `log ${formatVkey(log)}\nwitness friend ${formatVkey(witness)} ${url}\nquorum friend\n`,
  );
  return policy.witnesses[0] as (typeof policy.witnesses)[number];
};

async function lineOf(of = text, key = witness, time = SEEN): Promise<string> {
  const note = formatNote(await signNote(of, [cosigner(key, time)]));
  return note.slice(note.lastIndexOf('\n\n') + 2);
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** A witness that answers these in turn, and what it was asked. */
async function answering(...replies: Reply[]) {
  const asked: string[] = [];
  const { url } = await startPeer((_, response, body) => {
    asked.push(body);
    const { status, type = 'text/plain', body: said = '' } = replies[asked.length - 1] ?? { status: 500 };
    response.writeHead(status, { 'content-type': type }).end(said);
  });
  return { asked, ask: (before = 0n) => addCheckpoint(witnessAt(`${url}/prefix`), offer, before) };
}

const SIZE = 'text/x.tlog.size';

test('a witness that never saw the log is asked from nothing, without a proof, and its cosignature is taken', async () => {
  const { ask, asked } = await answering({ status: 200, body: await lineOf() });
  expect(await ask()).toMatchObject({ cosignature: { name: 'witness.example' } });
  expect(asked).toEqual([`old 0\n\n${offer.note}`]);
});

test('one that has seen another size says so, and is asked again from there, with a proof', async () => {
  const { ask, asked } = await answering(
    { status: 409, type: SIZE, body: '256\n' },
    { status: 200, body: await lineOf() },
  );
  expect(await ask()).toHaveProperty('cosignature');
  const [, again = ''] = asked;
  expect(again.split('\n\n')[0]).toMatch(/^old 256(\n[A-Za-z0-9+/]{43}=)+$/);
});

test.each<[string, Reply[], string]>([
  ['404', [{ status: 404 }], 'unknown'],
  ['403', [{ status: 403 }], 'key'],
  ['422', [{ status: 422 }], 'fork'],
  ['409 with more than there is', [{ status: 409, type: SIZE, body: '301\n' }], 'ahead'],
  [
    '409 of the size that was offered',
    [
      { status: 409, type: SIZE, body: '300\n' },
      { status: 409, type: SIZE, body: '300\n' },
    ],
    'fork',
  ],
  ['409 without a size', [{ status: 409, body: '300\n' }], 'answer'],
  ['409 with what is no size', [{ status: 409, type: SIZE, body: '-1\n' }], 'answer'],
  ['500', [{ status: 500 }], 'answer'],
  ['200 without a line', [{ status: 200 }], 'answer'],
  ['200 with what is no line', [{ status: 200, body: 'thanks\n' }], 'answer'],
])('%s is %s', async (_, replies, fault) => {
  const { ask } = await answering(...replies);
  expect(await ask()).toMatchObject({ fault });
});

test('a cosignature of another text, or by another key in its name, is none', async () => {
  const { ask } = await answering({ status: 200, body: await lineOf(text.replace('300', '299')) });
  expect(await ask()).toMatchObject({ fault: 'answer' });
  const impostor = await answering({
    status: 200,
    body: await lineOf(text, await generateKey('witness.example', 'cosignature')),
  });
  expect(await impostor.ask()).toMatchObject({ fault: 'answer' });
});

test.each([
  [0n, true],
  [-300n, true],
  [300n, true],
  [-301n, false],
  [301n, false],
  [2n ** 62n, false],
])('a time that is %i seconds off counts, by clocks as far apart as they may be: %s', async (off, counts) => {
  const { ask } = await answering({ status: 200, body: await lineOf(text, witness, SEEN + off) });
  expect(await ask()).toMatchObject(counts ? { cosignature: { name: witness.name } } : { fault: 'time' });
});

test('of several lines its own counts, and none where one of them is no signature line', async () => {
  const own = await lineOf();
  const junk = '— junk.example AAAAAAAA\n';
  for (const [body, counts] of [
    [`${junk}${own}`, true],
    [`${own}${junk}`, true],
    [`${junk}\n${own}`, false],
    [`\n${own}`, false],
    [own.trimEnd(), false],
    [`${own}\r\n`, false],
  ] as const) {
    const { ask } = await answering({ status: 200, body });
    expect(await ask()).toMatchObject(counts ? { cosignature: { name: witness.name } } : { fault: 'answer' });
  }
});

test('one that answers without an end is not listened to until the end', async () => {
  let sent = 0;
  const { url } = await startPeer((_, response) => {
    const pump = () => {
      while (response.write('a'.repeat(65_536)) && !response.destroyed) sent += 65_536;
      response.once('drain', pump);
    };
    pump();
  });
  expect(await addCheckpoint(witnessAt(url), offer, 0n)).toMatchObject({ fault: 'too-large' });
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

test('what no witness can be to blame for is no answer of its: it passes on', async () => {
  const { url } = await startPeer((_, response) =>
    response.writeHead(409, { 'content-type': SIZE }).end('256'),
  );
  const broken = { ...offer, hashes: () => Promise.reject(new RangeError('no such tile')) };
  await expect(addCheckpoint(witnessAt(url), broken, 0n)).rejects.toThrow('no such tile');
  const { ask } = await answering({ status: 200, body: await lineOf() });
  vi.spyOn(crypto.subtle, 'verify').mockRejectedValueOnce(new Error('out of memory'));
  await expect(ask()).rejects.toThrow('out of memory');
});

test('one of the size that it has already, with another tree below, has seen another history', async () => {
  const { ask } = await answering({ status: 409, type: SIZE, body: '300\n' });
  expect(await ask(300n)).toMatchObject({ fault: 'fork' });
});

test('one that does not answer in time, or is not there, is waited for no longer', async () => {
  const { url } = await startPeer(() => undefined);
  expect(await addCheckpoint(witnessAt(url), offer, 0n, 200)).toMatchObject({ fault: 'unreachable' });
  expect(await addCheckpoint(witnessAt(await closedAddress()), offer, 0n)).toMatchObject({
    fault: 'unreachable',
  });
});
