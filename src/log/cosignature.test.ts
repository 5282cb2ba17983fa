import { expect, test } from 'vitest';
import { cosignatureVerifier, cosignedAt, cosigner } from './cosignature.ts';
import { generateKey, parseVkey } from './key.ts';
import { formatNote, noteSigner, openNote, signNote } from './signed-note.ts';

/** What the tests of Sunlight's skylight hold: cosignatures of two witnesses and a mirror, made by other code. */
const FOREIGN = [
  [
    'witness.example.org+b8a2cf20+BFLN3yikSfFkVAJtrnh/CiY3Zozkoy7clp+P7XB28qUN',
    `rome2026h1.example.org
300
lCkHUpkmVBEms2r2T1K6Og69+wUuuN3MIEW1/ezu2v0=

— rome2026h1.example.org kVB1JgAAAZtxtEwABAMARzBFAiEAi+mTa2xjL1IdWpH82OeciGsGvwRAP+f1WkfKaSZCfFECIHoNPZ/Q3y6UNzvKOO9cuLr6V16vPNfhwhle9f6r5H/Z
— witness.example.org uKLPIAAAAABpVGeAhm2bOvKc3LaB9PFN1ruG19Y5yqslmcAAbhftnn1Zznmo0LXFZq4LGvqKqLX8jWlwLKasxEGTLIqAVusneCBmBw==
`,
  ],
  [
    'witness2.example.org+2e55b896+BIZ7fpceQWd60IfqQeS9IAnmNOCZjMDne8lZuguz/bi9',
    `milan2026h1.example.org
300
lCkHUpkmVBEms2r2T1K6Og69+wUuuN3MIEW1/ezu2v0=

— witness2.example.org LlW4lgAAAABpVGeAN/uFWqfjdU94rrKxFycCggM0Sa1L5tOJCJdYBwJ41CQsgKWA6B0+vywok3cPI3JIzuPeR+VotuYe/eNy0+30Dw==
`,
  ],
  [
    'mirror.example.org+3fb148ef+BAAjjch9GyYz0sJsJx7ALhbdAtz2ov0unbzSl1vMp94O',
    `rome2026h1.example.org
300
gw31yQrqZZCcEOPrzX+bpy3nJ6QgngTKn8G1m0i62uU=

— mirror.example.org P7FI7wAAAABpVGeAjA1S4pJm6MbcXjX7UUImu4azZtrfcVW2uyr/LXIYlwEJzXC0N0EiZkbqfLdXt/4gVEEuGmxJjAfXKMCISpsJAg==
`,
  ],
] as const;

test.each(FOREIGN)(
  'a cosignature that other code made verifies, with its time: %s',
  async (vkey, message) => {
    const verifier = cosignatureVerifier(parseVkey(vkey));
    const { signatures } = await openNote(message, [verifier]);
    expect(signatures.map(({ name, signature }) => [name, cosignedAt(signature)])).toEqual([
      [verifier.name, 1767139200n],
    ]);
    await expect(openNote(message.replace('\n300\n', '\n301\n'), [verifier])).rejects.toMatchObject({
      fault: 'signature',
    });
  },
);

const CHECKPOINT = 'log.example\n1\nlCkHUpkmVBEms2r2T1K6Og69+wUuuN3MIEW1/ezu2v0=\n';

test('ours verify, and the time is signed too', async () => {
  const key = await generateKey('witness.example', 'cosignature');
  const note = await signNote(CHECKPOINT, [cosigner(key, 1_800_000_000n)]);
  const opened = await openNote(formatNote(note), [cosignatureVerifier(key)]);
  expect(opened.signatures.map(({ signature }) => cosignedAt(signature))).toEqual([1_800_000_000n]);
  const [made] = note.signatures;
  const later = made?.signature.with(7, 1) ?? new Uint8Array();
  const moved = { ...note, signatures: [{ name: key.name, id: key.id, signature: later }] };
  await expect(openNote(formatNote(moved), [cosignatureVerifier(key)])).rejects.toMatchObject({
    fault: 'signature',
  });
});

test('a signature over the bare text is no cosignature, though the same key made it', async () => {
  const key = await generateKey('witness.example', 'cosignature');
  const { sign } = noteSigner({ ...key, type: 'note' });
  const padded = {
    ...key,
    sign: async (text: string) => Uint8Array.of(...new Uint8Array(8), ...(await sign(text))),
  };
  for (const signer of [{ ...key, sign }, padded])
    await expect(
      openNote(formatNote(await signNote(CHECKPOINT, [signer])), [cosignatureVerifier(key)]),
    ).rejects.toMatchObject({ fault: 'signature' });
});

test('a time that no signed 64 bits hold is refused, written and read', async () => {
  const key = await generateKey('witness.example', 'cosignature');
  expect(() => cosigner(key, 1n << 63n)).toThrow('no time');
  expect(() => cosignedAt(new Uint8Array(72).fill(0xff))).toThrow('no cosignature');
  expect(await cosignatureVerifier(key).verify(CHECKPOINT, new Uint8Array(72).fill(0xff))).toBe(false);
});

test('only checkpoints are cosigned, by keys made for it', async () => {
  const key = await generateKey('witness.example', 'cosignature');
  await expect(signNote('any text\n', [cosigner(key, 1n)])).rejects.toMatchObject({ fault: 'checkpoint' });
  const signer = await generateKey('log.example', 'note');
  expect(() => cosigner(signer, 1n)).toThrow('does not cosign');
  expect(() => cosignatureVerifier(signer)).toThrow('does not cosign');
});
