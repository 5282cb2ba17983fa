import { expect, test } from 'vitest';
import { z } from 'zod';
import { durationBetween, durationSchema } from '../core/instant.ts';
import { writtenTimeSchema } from '../core/written-time.ts';
import { parseYaml } from '../core/yaml.ts';
import { en } from './en.ts';
import { formatProblem, type Said, say, sayIn, sayInstead } from './said.ts';

/** The one problem of a text that does not fit, as it is said in both languages. */
function said(schema: z.ZodType, text: string) {
  const parsed = parseYaml('a.yaml', text, z.strictObject({ it: schema }));
  const [problem, ...others] = 'problems' in parsed ? parsed.problems : [];
  if (problem === undefined || others.length > 0) throw new Error('expected one problem');
  return [formatProblem(problem), formatProblem(problem, 'id')].map((line) =>
    line.replace(/^a\.yaml:\d:\d+ (?:it(?:\.\w+)?: )?/, ''),
  );
}

const forms = z.union([z.strictObject({ below: z.number() }), z.strictObject({ above: z.number() })]);

test.each([
  [z.string(), 'it: 7', 'expected text, received a number', 'harus berupa teks, bukan angka'],
  [z.array(z.string()), 'it: a', 'expected a list, received text', 'harus berupa daftar, bukan teks'],
  [
    z.int(),
    'it: 1.5',
    'expected a whole number, received a number',
    'harus berupa bilangan bulat, bukan angka',
  ],
  [z.int().min(3), 'it: 2', 'expected 3 or more', 'harus 3 atau lebih'],
  [z.number().lt(3), 'it: 3', 'expected less than 3', 'harus kurang dari 3'],
  [z.string().min(1), 'it: ""', 'expected at least 1 character', 'harus memuat paling sedikit 1 karakter'],
  [
    z.array(z.int()).max(2),
    'it: [1, 2, 3]',
    'expected at most 2 entries',
    'harus memuat paling banyak 2 entri',
  ],
  [z.enum(['a', 'b']), 'it: c', 'expected one of "a", "b"', 'harus salah satu dari "a", "b"'],
  [z.literal('public'), 'it: c', 'expected "public"', 'harus "public"'],
  [
    z.iso.datetime(),
    'it: noon',
    'expected a time with its zone, such as 2026-01-05T09:30:00Z',
    'harus berupa waktu beserta zonanya, misalnya 2026-01-05T09:30:00Z',
  ],
  [
    z.string().regex(/^a+$/),
    'it: b',
    'expected text that fits /^a+$/',
    'harus berupa teks yang sesuai dengan /^a+$/',
  ],
  [
    durationSchema,
    'it: 2 hours',
    'expected hours, minutes and seconds such as PT15M or PT24H',
    'harus berupa jam, menit, dan detik, misalnya PT15M atau PT24H',
  ],
  [
    durationBetween('PT1M', 'PT1H'),
    'it: PT2H',
    'expected at least PT1M and at most PT1H',
    'harus paling sedikit PT1M dan paling banyak PT1H',
  ],
  [
    writtenTimeSchema,
    'it: 2026-01-05 16:30',
    '"2026-01-05 16:30" does not say in which zone: write "2026-01-05 16:30 +07:00" (WIB is +07:00, UTC is Z)',
    '"2026-01-05 16:30" tidak menyebut zona waktunya: tulis "2026-01-05 16:30 +07:00" (WIB adalah +07:00, UTC adalah Z)',
  ],
  [
    forms,
    'it: { bellow: 3 }',
    'expected { below: … } or { above: … }; "bellow" is not known here',
    'harus berupa { below: … } atau { above: … }; "bellow" tidak dikenal di sini',
  ],
  [
    z.string(),
    'it: "a',
    'something was opened here and not closed: look for a missing } ] or quotation mark',
    'ada yang dibuka di sini dan belum ditutup: cari } ] atau tanda kutip yang kurang',
  ],
  [
    z.string().refine(() => false, 'a sentence, which no schema of ours has'),
    'it: a',
    'this is not as expected',
    'isi ini tidak sesuai',
  ],
])('what a schema expects is said in both languages: %#: %s of %s', (schema, text, english, indonesian) => {
  expect(said(schema, text)).toEqual([english, indonesian]);
});

test('values that have words themselves are said in the language of the whole', () => {
  const carried = [{ code: 'carried.remark' }, { code: 'carried.EXIF' }] as const;
  const found = { code: 'image-metadata', values: { url: 'images/a.jpg', carried } } as const;
  expect(say(found, 'id')).toBe(
    'berkas "images/a.jpg" membawa lebih dari sekadar gambarnya: teks tersembunyi; EXIF, yang dapat menunjukkan di mana, kapan, dan dengan perangkat apa gambar diambil',
  );
  const update = { code: 'part.update', values: { number: 2 } } as const;
  const unreadable: Said = {
    code: 'time.unreadable',
    values: { text: 'noon', meant: { code: 'time.pattern', values: { offset: '+07:00' } } },
  };
  expect(sayIn(update, unreadable, 'id')).toBe(
    'pembaruan 2: "noon" bukan waktu yang dapat dibaca: tulis sebagai TTTT-BB-HH jj:mm +07:00',
  );
});

test('what to do instead is said by the code, else by its rule, else not at all', () => {
  const found = (rule: string, said: Said) => sayInstead({ ...said, rule }, 'en');
  expect(found('link', { code: 'link.bare', values: { url: 'a.example' } })).toBe('Write https://a.example.');
  expect(found('link', { code: 'link.nowhere', values: { url: 'ftp:a' } })).toContain('begins with https://');
  expect(found('defect', { code: 'defect', values: { name: 'TypeError' } })).toBeNull();
});

test('what a rule says for all of its codes needs no value', () => {
  const rulesOnly = Object.entries(en).filter(
    ([key]) => key.endsWith('.instead') && !Object.hasOwn(en, key.slice(0, -'.instead'.length)),
  );
  expect(rulesOnly.length).toBeGreaterThan(0);
  expect(rulesOnly.filter(([, text]) => text.includes('{{'))).toEqual([]);
});

test('a code that has no words, or a value that is missing, does not compile', () => {
  const wrong: Said[] = [
    // @ts-expect-error: no message has this code
    { code: 'no.such.code' },
    // @ts-expect-error: {{url}} wants a value
    { code: 'link.bare' },
    // @ts-expect-error: {{meant}} of what to do instead wants one too
    { code: 'link.unencrypted', values: { url: 'http://a.example' } },
    // @ts-expect-error: nothing is to be filled in
    { code: 'wallet', values: { address: 'x' } },
  ];
  expect(wrong).toHaveLength(4);
});
