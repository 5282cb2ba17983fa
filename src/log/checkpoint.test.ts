import { base64 } from '@scure/base';
import { expect, test } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { parseNote } from './signed-note.ts';

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
/** The example of C2SP tlog-cosignature. */
const EXAMPLE = `example.com/behind-the-sofa
20852163
${ROOT}

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

test("the specification's example says which log had how many entries under which root", () => {
  const { text } = parseNote(EXAMPLE);
  const checkpoint = parseCheckpoint(text);
  expect(checkpoint).toEqual({
    origin: 'example.com/behind-the-sofa',
    size: 20852163n,
    root: base64.decode(ROOT),
    extensions: [],
  });
  expect(formatCheckpoint(checkpoint)).toBe(text);
});

test('lines behind the root are kept, and the largest size is not rounded', () => {
  const text = `log.example\n9223372036854775807\n${ROOT}\nmore\nand more\n`;
  const checkpoint = parseCheckpoint(text);
  expect(checkpoint).toMatchObject({ size: 9223372036854775807n, extensions: ['more', 'and more'] });
  expect(formatCheckpoint(checkpoint)).toBe(text);
});

test('the empty log has one root', () => {
  expect(parseCheckpoint(`log.example\n0\n${base64.encode(EMPTY_ROOT)}\n`)).toMatchObject({ size: 0n });
  expect(() => parseCheckpoint(`log.example\n0\n${ROOT}\n`)).toThrow('another root');
});

test.each([
  ['no origin', `\n1\n${ROOT}\n`],
  ['two lines', 'log.example\n1\n'],
  ['no newline at its end', `log.example\n1\n${ROOT}`],
  ['an empty line', `log.example\n1\n${ROOT}\n\nmore\n`],
  ['an empty last line', `log.example\n1\n${ROOT}\n\n`],
  ['a leading zero', `log.example\n01\n${ROOT}\n`],
  ['a plus', `log.example\n+1\n${ROOT}\n`],
  ['a minus', `log.example\n-1\n${ROOT}\n`],
  ['a space', `log.example\n1 \n${ROOT}\n`],
  ['other digits', `log.example\n١\n${ROOT}\n`],
  ['no digits', `log.example\n\n${ROOT}\n`],
  ['a size that no int64 holds', `log.example\n9223372036854775808\n${ROOT}\n`],
  ['a root cut short', `log.example\n1\n${ROOT.slice(4)}\n`],
  ['a root without padding', `log.example\n1\n${ROOT.slice(0, -1)}\n`],
  ['a root with white space', `log.example\n1\n ${ROOT}\n`],
  ['a root with loose bits', `log.example\n1\n${ROOT.replace('2I=', '2J=')}\n`],
])('with %s it is no checkpoint', (_, text) => {
  expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ fault: 'checkpoint' }));
});

test('what could not be read back is not written', () => {
  const one = { origin: 'log.example', size: 1n, root: base64.decode(ROOT), extensions: [] };
  for (const wrong of [
    { ...one, origin: 'log\nexample' },
    { ...one, origin: '' },
    { ...one, size: -1n },
    { ...one, size: 1n << 63n },
    { ...one, root: new Uint8Array(31) },
    { ...one, extensions: ['a\nb'] },
    { ...one, extensions: [''] },
  ])
    expect(() => formatCheckpoint(wrong)).toThrow(expect.objectContaining({ fault: 'checkpoint' }));
});
