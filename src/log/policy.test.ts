import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint } from './checkpoint.ts';
import { cosigner } from './cosignature.ts';
import { formatVkey, generateKey } from './key.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { isMet, openCheckpoint, parsePolicy } from './policy.ts';
import { formatNote, noteSigner, type Signer, signNote } from './signed-note.ts';

const log = await generateKey('log.example/demo', 'note');
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
const keys = await Promise.all(names.map((name) => generateKey(`${name}.example`, 'cosignature')));
const witnessLine = (name: string) => {
  const key = keys[names.indexOf(name)];
  return key === undefined ? '' : `witness ${name} ${formatVkey(key)}`;
};

/** The example of C2SP tlog-policy, with keys. */
const EXAMPLE = `log ${formatVkey(log)} https://log.example/demo/

# Three of one house,
${names.slice(0, 3).map(witnessLine).join('\n')}
group X-witnesses 2 X1 X2 X3

  \t# and three of another.
${names.slice(3).map(witnessLine).join('\n')}
group\tY-witnesses any  Y1 Y2 Y3\t

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

const text = formatCheckpoint({ origin: log.name, size: 7n, root: EMPTY_ROOT, extensions: [] });
const signedBy = async (...signers: Signer[]) => formatNote(await signNote(text, signers));
const cosigners = keys.map((key, at) => cosigner(key, BigInt(1000 + at)));

describe('a quorum', () => {
  test.each([
    [['X1', 'X2', 'Y3'], true],
    [['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'], true],
    [['X1', 'X2', 'X3'], false],
    [['X1', 'Y1', 'Y2', 'Y3'], false],
    [[], false],
  ])('of the example is met by %j: %s', async (seen, met) => {
    const signers = cosigners.filter((_, at) => seen.includes(names[at] ?? ''));
    const opened = await openCheckpoint(await signedBy(noteSigner(log), ...signers), parsePolicy(EXAMPLE));
    expect(opened.quorum).toBe(met);
    expect(opened.cosignatures.map(({ witness, time }) => [witness.name, time])).toEqual(
      seen.map((name) => [name, BigInt(1000 + names.indexOf(name))]),
    );
    expect(opened).toMatchObject({ checkpoint: { size: 7n }, log: { url: 'https://log.example/demo/' } });
  });

  test('is met by so many as it says, whoever they are', () =>
    fc.assert(
      fc.property(fc.subarray(names), fc.integer({ min: 1, max: names.length }), (seen, least) => {
        const policy = parsePolicy(
          `${names.map(witnessLine).join('\n')}\ngroup g ${least} ${names.join(' ')}\nquorum g\n`,
        );
        expect(isMet(policy.quorum, new Set(seen))).toBe(seen.length >= least);
      }),
    ));

  test('is met once by a witness that cosigned twice', async () => {
    const [one, two] = names.slice(0, 2).map(witnessLine);
    const policy = parsePolicy(`log ${formatVkey(log)}\n${one}\n${two}\ngroup g 2 X1 X2\nquorum g\n`);
    const [key] = keys;
    if (key === undefined) throw new Error('no key');
    const note = await signedBy(noteSigner(log), cosigner(key, 1n), cosigner(key, 2n));
    const opened = await openCheckpoint(note, policy);
    expect(opened).toMatchObject({ quorum: false, cosignatures: [{ time: 1n }, { time: 2n }] });
  });

  test('may be one witness, or none', () => {
    const one = parsePolicy(`${witnessLine('X1')}\nquorum X1\n`).quorum;
    expect([isMet(one, new Set(['X1'])), isMet(one, new Set(['X2']))]).toEqual([true, false]);
    expect(isMet(parsePolicy('quorum none\n').quorum, new Set())).toBe(true);
  });
});

describe('a checkpoint', () => {
  const policy = parsePolicy(EXAMPLE);

  test('that only witnesses signed is of no log', async () => {
    await expect(openCheckpoint(await signedBy(...cosigners), policy)).rejects.toMatchObject({
      fault: 'unsigned',
    });
  });

  test('that a log signed for another origin is refused, even where the other is known too', async () => {
    const other = await generateKey('other.example', 'note');
    const both = parsePolicy(`log ${formatVkey(log)}\nlog ${formatVkey(other)}\nquorum none\n`);
    await expect(openCheckpoint(await signedBy(noteSigner(other)), both)).rejects.toMatchObject({
      fault: 'origin',
    });
  });

  test('with a false cosignature of a known witness is refused, of an unknown one is not', async () => {
    const forge = (signer: Signer) => ({ ...signer, sign: async () => new Uint8Array(72) });
    const [known] = cosigners;
    if (known === undefined) throw new Error('no cosigner');
    await expect(openCheckpoint(await signedBy(noteSigner(log), forge(known)), policy)).rejects.toMatchObject(
      {
        fault: 'signature',
      },
    );
    const stranger = cosigner(await generateKey('stranger.example', 'cosignature'), 1n);
    await expect(
      openCheckpoint(await signedBy(noteSigner(log), forge(stranger)), policy),
    ).resolves.toMatchObject({ cosignatures: [], quorum: false });
  });
});

test.each([
  ['no quorum', `${witnessLine('X1')}\n`, 'no quorum'],
  ['two quorums', 'quorum none\nquorum none\n', 'line 2: a second quorum'],
  ['a quorum of nobody', 'quorum X1\n', 'X1 is not defined'],
  ['a quorum before its witness', `quorum X1\n${witnessLine('X1')}\n`, 'line 1: X1 is not defined'],
  ['a word too many', 'quorum none X1\n', 'expected quorum <name>'],
  ['an unknown line', 'wintess X1\nquorum none\n', '"wintess" is no log'],
  ['a witness named none', `${witnessLine('X1').replace('X1', 'none')}\nquorum none\n`, 'none is taken'],
  ['a name twice', `${witnessLine('X1')}\ngroup X1 any X1\nquorum X1\n`, 'X1 is taken'],
  [
    'a witness twice',
    `${witnessLine('X1')}\n${witnessLine('X1').replace('X1', 'Z')}\nquorum Z\n`,
    'stands here twice',
  ],
  ['a log twice', `log ${formatVkey(log)}\nlog ${formatVkey(log)} u\nquorum none\n`, 'stands here twice'],
  ['a group of nobody', 'group g all\nquorum g\n', 'expected group'],
  ['a group of none', 'group g all none\nquorum g\n', 'none is not defined'],
  ['a group of itself', 'group g all g\nquorum g\n', 'g is not defined'],
  ['a member twice', `${witnessLine('X1')}\ngroup g 2 X1 X1\nquorum g\n`, 'a member already'],
  [
    'a member of two groups',
    `${witnessLine('X1')}\ngroup g 1 X1\ngroup h 1 X1\nquorum h\n`,
    'a member already',
  ],
  ['too high a threshold', `${witnessLine('X1')}\ngroup g 2 X1\nquorum g\n`, '2 of 1 can not be'],
  ['a threshold of nothing', `${witnessLine('X1')}\ngroup g 0 X1\nquorum g\n`, '0 of 1 can not be'],
  ['a threshold in words', `${witnessLine('X1')}\ngroup g most X1\nquorum g\n`, 'most of 1 can not be'],
  ['a key of a log for a witness', `witness X1 ${formatVkey(log)}\nquorum X1\n`, 'not a cosignature'],
  ['a key of a witness for a log', `${witnessLine('X1').replace('witness X1', 'log')}\n`, 'not a note'],
  ['a carriage return', 'quorum none\r\n', 'control character'],
  ['a last line that does not end', 'quorum none', 'does not end'],
])('a policy with %s is refused, by its line', (_, file, reason) => {
  expect(() => parsePolicy(file)).toThrow(reason);
});
