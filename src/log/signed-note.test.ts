import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flipped } from '../testing/tiled-log.ts';
import { generateKey, parseVkey } from './key.ts';
import { formatNote, noteSigner, noteVerifier, openNote, parseNote, signNote } from './signed-note.ts';

/** The example of C2SP signed-note. */
const EXAMPLE_KEY = noteVerifier(
  parseVkey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'),
);
const EXAMPLE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
const LINE = EXAMPLE.split('\n')[2];

const key = await generateKey('log.example/demo', 'note');
const [signer, verifier] = [noteSigner(key), noteVerifier(key)];
const sign = async (text: string) => formatNote(await signNote(text, [signer]));

describe('who signed', () => {
  test("the specification's example verifies, from text and from bytes", async () => {
    for (const message of [EXAMPLE, utf8ToBytes(EXAMPLE)]) {
      const { text, signatures } = await openNote(message, [EXAMPLE_KEY]);
      expect(text).toBe('This is an example message.\n');
      expect(signatures.map(({ name, id }) => [name, id])).toEqual([['example.com/foo', '530d903a']]);
    }
  });

  test('with any one bit of it turned, a note is refused', async () => {
    const message = utf8ToBytes(await sign('a\nb\n'));
    for (let bit = 0; bit < message.length * 8; bit++)
      await expect
        .soft(openNote(flipped(message, bit), [verifier]), `bit ${bit}`)
        .rejects.toMatchObject({ name: 'LogError' });
  });

  test('an unknown key is ignored, also where it has the name or the id of a known one', async () => {
    const namesake = await generateKey(key.name, 'note');
    const stranger = { ...noteSigner(await generateKey('stranger.example', 'note')), id: key.id };
    const note = formatNote(await signNote('text\n', [noteSigner(namesake), stranger, signer]));
    expect((await openNote(note, [verifier])).signatures.map(({ id }) => id)).toEqual([key.id]);
    const strangers = formatNote(await signNote('text\n', [noteSigner(namesake), stranger]));
    await expect(openNote(strangers, [verifier])).rejects.toMatchObject({ fault: 'unsigned' });
  });

  test('a false signature in the name of a known key refuses the note, whoever else signed it', async () => {
    const other = await generateKey('witness.example', 'note');
    const forged = { ...signer, sign: async () => new Uint8Array(64) };
    const note = formatNote(await signNote('text\n', [noteSigner(other), forged]));
    await expect(openNote(note, [noteVerifier(other), verifier])).rejects.toMatchObject({
      fault: 'signature',
    });
    await expect(openNote(note, [noteVerifier(other)])).resolves.toMatchObject({ text: 'text\n' });
  });

  test('a hundred signatures are read, one more is not', async () => {
    const { text, signatures } = await signNote('text\n', [signer]);
    const many = (count: number) => formatNote({ text, signatures: Array(count).fill(signatures[0]) });
    expect((await openNote(many(100), [verifier])).signatures).toHaveLength(100);
    expect(() => parseNote(many(101))).toThrow('more than 100');
  });

  test('a key for cosignatures is no key for notes', async () => {
    const cosigner = await generateKey('witness.example', 'cosignature');
    expect(() => noteVerifier(cosigner)).toThrow('does not sign notes');
    expect(() => noteSigner(cosigner)).toThrow('does not sign notes');
  });
});

describe('the form', () => {
  test('the text ends at the last blank line', async () => {
    const text = 'one\n\n— not.a/signature AAAA\n\n\ntwo\n';
    expect((await openNote(await sign(text), [verifier])).text).toBe(text);
  });

  test('every note that can be written is read as it was meant', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !/\p{Cc}/u.test(line))),
        async (lines) => {
          const text = `${lines.join('\n')}\n`;
          expect(await openNote(await sign(text), [verifier])).toMatchObject({ text });
        },
      ),
    ));

  test.each([...Array(32).keys()].filter((code) => code !== 10))(
    'the control character %i stands nowhere in a note',
    async (code) => {
      const character = String.fromCharCode(code);
      await expect(sign(`a${character}b\n`)).rejects.toThrow('control character');
      for (const message of [
        EXAMPLE.replace('example m', `example${character}m`),
        EXAMPLE.replace('example.com', `example${character}com`),
      ])
        expect(() => parseNote(message)).toThrow(/control character|no signature line/);
    },
  );

  test.each([
    ['no blank line', EXAMPLE.replace('\n\n', '\n'), 'no blank line'],
    ['no signature', 'text\n\n', 'does not end'],
    ['a last line that does not end', EXAMPLE.slice(0, -1), 'does not end'],
    ['a hyphen for the dash', EXAMPLE.replace('—', '-'), 'no signature line'],
    ['two spaces', EXAMPLE.replace('— ', '—  '), 'no signature line'],
    ['a space at the end of a line', EXAMPLE.replace('=\n', '= \n'), 'no signature line'],
    ['a plus in the name', EXAMPLE.replace('foo', 'fo+o'), 'no signature line'],
    ['a no-break space in the name', EXAMPLE.replace('foo', 'fo\u00a0o'), 'no signature line'],
    ['a next-line character in the name', EXAMPLE.replace('foo', 'fo\u0085o'), 'no signature line'],
    ['base64 without its padding', EXAMPLE.replace('=\n', '\n'), 'no signature line'],
    ['base64 with loose bits', EXAMPLE.replace('QM=', 'QN='), 'no signature line'],
    ['an id and no signature', `text\n\n— a ${Buffer.alloc(4).toString('base64')}\n`, 'no signature line'],
    ['a text among its signatures', `${EXAMPLE}text\n`, 'no signature line'],
    ['half a character', EXAMPLE.replace('example m', '\ud800m'), 'no UTF-8'],
    ['more than a million characters', `${'a'.repeat(1_000_000)}${EXAMPLE}`, 'longer'],
  ])('with %s it is no note', (_, message, reason) => {
    expect(() => parseNote(message)).toThrow(reason);
  });

  test('bytes that are no UTF-8 are no note, and a byte order mark is part of the text', () => {
    expect(() => parseNote(Uint8Array.of(0xff, ...utf8ToBytes(EXAMPLE)))).toThrow('no UTF-8');
    expect(parseNote(utf8ToBytes(`\ufeffa\n\n${LINE}\n`)).text).toBe('\ufeffa\n');
  });

  test('what could not be read back is not written', async () => {
    await expect(sign('without its newline')).rejects.toThrow('newline');
    await expect(sign('\ud800\n')).rejects.toThrow();
    expect(() => formatNote({ text: 'a\n', signatures: [] })).toThrow('nobody');
  });
});
