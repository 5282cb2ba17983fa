import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { addCheckpoint } from '../log/add-checkpoint.ts';
import { formatSkey, formatVkey, generateKey } from '../log/key.ts';
import { openCheckpoint, parsePolicy } from '../log/policy.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes } from '../log/wire.ts';
import { GOPATH, isGoInstalled } from '../testing/go.ts';
import { LOG_KEY, signedCheckpoint } from '../testing/signed-log.ts';
import { numbered, type TiledLog, tiledLog } from '../testing/tiled-log.ts';
import { monitorPath } from './seen.ts';
import { witness } from './witness.ts';
import { witnessServer } from './witness-server.ts';

const ENTRIES = numbered(500);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(3, utf8Bytes('another')));
const key = await generateKey('friend.example/witness', 'cosignature');
const POLICY = `log ${formatVkey(LOG_KEY)}\nquorum none\n`;

let folder = '';
let address = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-witness-'));
  await writeFile(path.join(folder, 'policy'), POLICY);
  const app = witnessServer({ folder, key, now: () => '2027-01-15T09:00:00Z' });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
});

async function offerOf(size: number, { hashes, root }: TiledLog = log) {
  const note = await signedCheckpoint(BigInt(size), await root(BigInt(size)));
  const seenWithin = () => ({ from: 0n, until: 2n ** 63n });
  return { note, size: BigInt(size), hashes: hashes(BigInt(size)), seenWithin };
}

/** As the site of the log asks it, by the line of its policy. */
const ask = async (size: number, before = 0, of = log) => {
  const [known] = parsePolicy(
    `${POLICY.replace('quorum none\n', '')}witness friend ${formatVkey(key)} ${address}\nquorum friend\n`,
  ).witnesses;
  if (known === undefined) throw new Error('no witness');
  return addCheckpoint(known, await offerOf(size, of), BigInt(before));
};
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${address}/add-checkpoint`, { method: 'POST', body, headers });
const linesIn = async (file: string) =>
  (await readFile(path.join(folder, file), 'utf8')).trimEnd().split('\n').length;

describe('a witness that is asked by the log', () => {
  test('cosigns what it meets and what grew, and tells monitors and pages of other hosts', async () => {
    for (const [size, before] of [
      [100, 0],
      [100, 100],
      [500, 0], // It says what it has, and is asked again from there.
    ] as const)
      expect(await ask(size, before)).toMatchObject({ cosignature: { name: key.name } });
    const seen = await fetch(`${address}/${monitorPath(LOG_KEY.name)}`);
    expect([seen.status, seen.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const policy = parsePolicy(
      `log ${formatVkey(LOG_KEY)}\nwitness friend ${formatVkey(key)}\nquorum friend\n`,
    );
    expect(await openCheckpoint(await seen.text(), policy)).toMatchObject({
      quorum: true,
      checkpoint: { size: 500n },
    });
    expect((await fetch(`${address}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
  });

  test('and looks itself at what the site serves, has seen one history', async () => {
    const note = (await offerOf(300)).note;
    const site: FileReader = async (file) => (file === 'checkpoint' ? utf8Bytes(note) : log.read(file));
    await ask(200);
    const look = { read: site, folder, key, now: '2027-01-15T10:00:00Z', standstill: 'PT24H' };
    expect(await witness(look)).toMatchObject({ verdict: 'grown', before: 200n });
    expect(await ask(250)).toMatchObject({ fault: 'ahead' });
    expect(await linesIn('history.jsonl')).toBe(2);
  });

  test('cosigns no fork, and keeps two trees of one size as what they prove, once', async () => {
    await ask(300);
    expect(await ask(500, 300, fork)).toMatchObject({ fault: 'fork' });
    for (const before of [300, 0]) expect(await ask(300, before, fork)).toMatchObject({ fault: 'fork' });
    expect(await linesIn('alarms.jsonl')).toBe(1);
    expect(await ask(500, 300)).toHaveProperty('cosignature');
  });

  test('answers what is no request with what is wrong about it, and keeps nothing', async () => {
    const { note } = await offerOf(100);
    const hash = 'A'.repeat(43);
    for (const [body, status] of [
      ['', 400],
      ['hello', 400],
      [note, 400],
      [`old 01\n\n${note}`, 400],
      [`old -1\n\n${note}`, 400],
      [`old 9223372036854775808\n\n${note}`, 400],
      [`old 101\n\n${note}`, 400],
      [`old 0\nno hash\n\n${note}`, 400],
      [`old 0\n${`${hash}=\n`.repeat(64)}\n${note}`, 400],
      [`old 0\n\n${note.slice(0, 40)}`, 400],
      [`old 0\n\n${note.replace('\n100\n', '\n1e2\n')}`, 400],
      [`old 0\n\n${note.replace('log.example', 'another.example')}`, 404],
      [`old 0\n\n${note.replace('\n100\n', '\n101\n')}`, 403],
      [`old 0\n${hash}=\n\n${note}`, 422],
      [`old 7\n\n${note}`, 409],
      ['x'.repeat(70_000), 413],
    ] as const)
      expect([(await post(body)).status, body.slice(0, 60)]).toEqual([status, body.slice(0, 60)]);
    expect((await post(new Uint8Array([0x6f, 0xff, 0x0a]))).status).toBe(400);
    expect((await post(`old 7\n\n${note}`)).headers.get('content-type')).toBe('text/x.tlog.size');
    const got = await fetch(`${address}/add-checkpoint`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    await expect(readFile(path.join(folder, 'history.jsonl'))).rejects.toMatchObject({ code: 'ENOENT' });
    // Whatever it is sent as.
    expect((await post(`old 0\n\n${note}`, { 'content-type': 'application/json' })).status).toBe(200);
  });
});

const GO_ABSENT = 'NOT JUDGED: Go is not installed; the witness was asked by our own client alone';
if (!isGoInstalled) test(GO_ABSENT, () => void process.stdout.write(`${GO_ABSENT}\n`));

interface Answer {
  readonly Case: string;
  readonly Status: number;
  readonly Type: string;
  readonly Body: string;
  readonly Cosigned: boolean;
}

(isGoInstalled ? test : () => undefined)(
  'a log in Go, written against the specification, is answered as that says; of many at once one is first',
  async () => {
    const program = path.join(import.meta.dirname, 'log/main.go');
    const args = ['run', program, formatSkey(LOG_KEY), formatVkey(key), address];
    const { stdout } = await promisify(execFile)('go', args, {
      env: { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' },
    });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    const said = ({ Case, Status, Cosigned }: Answer) => [Case, Status, Cosigned];
    const atOnce = answers.filter(({ Case }) => Case === 'at once');
    expect(answers.filter((one) => !atOnce.includes(one)).map(said)).toEqual([
      ['unknown origin', 404, false],
      ['another key of its name', 403, false],
      ['first', 200, true],
      ['first again', 409, false],
      ['same', 200, true],
      ['old above size', 400, false],
      ['proof too short', 422, false],
      ['fork', 422, false],
      ['fork of the same size', 409, false],
      ['grown', 200, true],
      ['went back', 409, false],
      ['monitor', 200, true],
    ]);
    for (const { Case, Type, Body } of answers.filter(({ Status }) => Status === 409))
      expect([Case, Type, Body]).toEqual([Case, 'text/x.tlog.size', expect.stringMatching(/^\d+\n$/)]);
    expect(atOnce.map(({ Status }) => Status).toSorted()).toEqual([200, ...Array(15).fill(409)]);
    const monitor = answers.at(-1)?.Body.split('\n')[1];
    expect(new Set(atOnce.filter(({ Status }) => Status === 409).map(({ Body }) => Body.trim()))).toEqual(
      new Set([monitor]),
    );
  },
  60_000,
);
