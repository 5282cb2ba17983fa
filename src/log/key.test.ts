import { expect, test } from 'vitest';
import {
  formatSkey,
  formatVkey,
  generateKey,
  parseSkey,
  parseVkey,
  signEd25519,
  verifyEd25519,
} from './key.ts';

/** The example of C2SP signed-note. */
const EXAMPLE = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';

test("the specification's key is read, and written as it was", () => {
  const key = parseVkey(EXAMPLE);
  expect(key).toMatchObject({ name: 'example.com/foo', id: '530d903a', type: 'note' });
  expect(formatVkey(key)).toBe(EXAMPLE);
});

test.each(['note', 'cosignature'] as const)(
  'a new key for a %s survives its text, and its public part verifies what its secret part signed',
  async (type) => {
    const made = await generateKey('log.example/demo', type);
    const read = await parseSkey(formatSkey(made));
    expect(read).toEqual(made);
    expect(parseVkey(formatVkey(made))).toEqual({
      name: made.name,
      id: made.id,
      type: made.type,
      key: made.key,
    });
    const signature = await signEd25519(read.seed, 'text\n');
    expect(await verifyEd25519(made.key, 'text\n', signature)).toBe(true);
    expect(await verifyEd25519(made.key, 'other\n', signature)).toBe(false);
  },
);

test('one key of two types has two ids', async () => {
  const { name, key } = await generateKey('log.example/demo', 'note');
  const texts = [0x01, 0x04].map((type) => Buffer.from([type, ...key]).toString('base64'));
  const idOf = (text: string) => {
    try {
      parseVkey(`${name}+00000000+${text}`);
    } catch (error) {
      return / is ([0-9a-f]{8}) by its key/.exec(String(error))?.[1];
    }
    return undefined;
  };
  const ids = texts.map(idOf);
  expect(ids.filter((id) => id !== undefined)).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

test.each([
  ['an id that its key does not have', EXAMPLE.replace('530d903a', '530d903b'), 'the id of example.com/foo'],
  ['another name', EXAMPLE.replace('foo', 'bar'), 'the id of example.com/bar'],
  ['an id in capitals', EXAMPLE.replace('530d903a', '530D903A'), 'expected name+id+base64'],
  ['no id', EXAMPLE.replace('+530d903a', ''), 'expected name+id+base64'],
  ['a key cut short', EXAMPLE.slice(0, -4), '32 bytes'],
  ['white space behind it', `${EXAMPLE}\n`, 'expected name+id+base64'],
  ['a type that is not spoken', `a+00000000+${Buffer.alloc(33, 2).toString('base64')}`, 'type 2'],
  ['a space in its name', EXAMPLE.replace('example', 'exam ple'), 'can not be the name'],
])('a key with %s is refused', (_, text, reason) => {
  expect(() => parseVkey(text)).toThrow(reason);
});

test('a refusal says nothing of a secret', async () => {
  const text = formatSkey(await generateKey('log.example/demo', 'note'));
  const secret = text.slice(text.lastIndexOf('+') + 1);
  for (const other of [text.slice(0, -4), text.replace('demo', 'omed'), text.replace('PRIVATE', 'PUBLIC')]) {
    const error = await parseSkey(other).catch((refusal: Error) => refusal);
    expect(error).toMatchObject({ fault: 'key' });
    expect(String(error)).not.toContain(secret.slice(0, 10));
  }
});
