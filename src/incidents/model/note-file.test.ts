import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemSchema } from '../../systems/system.ts';
import { NOTE, noteFile, RECURRING, update } from '../../testing/notes.ts';
import { incidentOf } from '../../testing/published-notes.ts';
import { sayIn } from '../../words/said.ts';
import { type IncidentFacts, readNoteFile, toNote } from './note-file.ts';

const TPC = systemSchema.parse({
  id: 'tpc',
  name: { en: 'TPC', id: 'TPC' },
  summary: { en: 'Distributions', id: 'Distribusi' },
  components: [{ id: 'distribution', name: { en: 'Distribution', id: 'Distribusi' } }],
  severities: [{ id: 'critical', name: { en: 'Critical', id: 'Kritis' }, impact: 'major' }],
});

const bytes = (text: string) => new TextEncoder().encode(text);
const maintenance = (text: string) => readNoteFile('maintenance', 'weekly-update.md', bytes(text));
/** `line:column field: reason` of everything wrong in a text. */
const problems = (text: string) =>
  noteFile(text).problems.map((one) => `${one.line}:${one.column} ${sayIn(one.field, one, 'en')}`);

describe('a note that is as it should be', () => {
  test('becomes an incident with both languages, its times in UTC and what the public feels of it', () => {
    const text = `${NOTE}${update('Resolved', '2026-01-05 18:00 +07:00', 'It ran.', 'Sudah berjalan.')}`;
    expect(problems(text)).toEqual([]);
    const first = {
      en: 'The daily distribution has not run since **16:00 WIB**.',
      id: 'Distribusi harian belum berjalan sejak **pukul 16.00 WIB**.',
    };
    const last = { en: 'It ran.', id: 'Sudah berjalan.' };
    expect(toNote(noteFile(text), TPC)).toEqual(
      incidentOf({
        slug: '2026-01-05-distribution-delayed',
        title: { en: 'Daily distribution delayed', id: 'Distribusi harian tertunda' },
        components: ['distribution'],
        severity: 'critical',
        impact: 'major',
        playbook: 'cron-failure',
        started: '2026-01-05T09:12:00Z',
        updates: [
          { number: 1, status: 'investigating', at: '2026-01-05T09:30:00Z', text: first },
          { number: 2, status: 'resolved', at: '2026-01-05T11:00:00Z', text: last },
        ],
      }),
    );
  });

  test('becomes a maintenance that recurs', () => {
    expect(maintenance(RECURRING).problems).toEqual([]);
    expect(toNote(maintenance(RECURRING), TPC)).toMatchObject({
      kind: 'maintenance',
      starts: '2026-01-31T18:00:00Z',
      lasts: 'PT2H',
      recurs: { rule: 'FREQ=WEEKLY;BYDAY=SU', zone: 'Asia/Jakarta' },
      updates: [],
    });
  });

  test('is the same with a byte order mark and the line ends of Windows', () => {
    const windows = noteFile(`\uFEFF${NOTE.replaceAll('\n', '\r\n')}`);
    expect(windows.problems).toEqual([]);
    expect(toNote(windows, TPC)).toEqual(toNote(noteFile(NOTE), TPC));
  });

  test.each([
    'Investigating · 2026-01-05 16:30 +07:00',
    'Investigating - 2026-01-05 16:30 +07:00',
    'Investigating – 2026-01-05T16:30+07:00',
    'INVESTIGATING · 2026-01-05 09:30 Z',
  ])('says the same under "## %s"', (heading) => {
    const { sections, problems } = noteFile(NOTE.replace(/^## .*$/m, `## ${heading}`));
    expect(problems).toEqual([]);
    expect(sections[0]).toMatchObject({ status: 'investigating', at: '2026-01-05T09:30:00Z' });
  });

  test('closes with a post-mortem that names no time', () => {
    const text = `${NOTE}${update('Post-mortem', '', 'What we learnt.', 'Yang kami pelajari.')}`;
    expect(problems(text)).toEqual([]);
    expect(noteFile(text).sections[1]).toMatchObject({ number: 2, status: 'postmortem', at: null });
  });

  test('may have quotation marks, emoji and Arabic in its title', () => {
    const text = NOTE.replace('en: Daily distribution delayed', 'en: "The \\"daily\\" 🚧 تأخير"');
    expect(noteFile(text).facts?.title.en).toBe('The "daily" 🚧 تأخير');
  });

  test('without a severity of its system says nothing of what the public feels', () => {
    expect(toNote(noteFile(NOTE), { ...TPC, severities: [] })).toBeNull();
  });
});

describe('what is wrong, where, and what to write instead', () => {
  test('everything at once, in the order of the file', () => {
    const text = NOTE.replace('severity: critical\n', '')
      .replace('16:12+07:00', '16:12')
      .replace('Investigating', 'Investigated')
      .replace('### Indonesia', '### Inggris');
    expect(problems(text)).toEqual([
      '2:1 severity: "severity" is missing. Write it like this: severity: critical',
      '6:10 started: "2026-01-05T16:12" does not say in which zone: write "2026-01-05T16:12 +07:00" (WIB is +07:00, UTC is Z)',
      '9:1 update 1: "Investigated" is not a status: a heading with ## begins with Investigating, Identified, Monitoring, Over, Resolved, Post-mortem, Correction, Withdrawn, such as "## Investigating · YYYY-MM-DD hh:mm +07:00"',
      '15:1 update 1: "### Inggris" is not a language: write "### English" or "### Indonesia"; a heading inside the text has ####',
    ]);
  });

  test.each<[string, string, RegExp]>([
    [
      'a field nobody knows',
      NOTE.replace('playbook:', 'playbok:'),
      /^6:10 playbok: "playbok" is not a field here; the fields are title, /,
    ],
    ['a comma in a title', NOTE.replace('Daily dist', 'Daily, dist'), /^2:\d+ title.*in "quotation marks"/],
    ['a colon in a title', NOTE.replace('Daily dist', 'Daily: dist'), /^2:\d+ .*"quotation marks"/],
    [
      'an empty title',
      NOTE.replace('en: Daily distribution delayed', 'en: ""'),
      /^2:14 title\.en: "title\.en" is empty/,
    ],
    [
      'a title in one language',
      NOTE.replace(', id: Distribusi harian tertunda', ''),
      /^2:8 title\.id: "title\.id" is missing\. Write it like this: title: \{ en: /,
    ],
    [
      'a component that is no list',
      NOTE.replace('[distribution]', 'distribution'),
      /^4:13 components: .* must be a list/,
    ],
    [
      'a tab in the facts',
      NOTE.replace(
        'title: { en: Daily distribution delayed, id: Distribusi harian tertunda }',
        'title:\n\ten: A\n\tid: B',
      ),
      /^3:1 there is a tab where only spaces/,
    ],
    [
      'a field twice',
      NOTE.replace('system: tpc', 'system: tpc\nsystem: tpc'),
      /^4:1 this field is here twice/,
    ],
    [
      'facts cut off within a field',
      NOTE.replace(' id: Distribusi harian tertunda }', ''),
      /^\d+:\d+ .*(not closed|each \{ needs its \})/,
    ],
    [
      'facts cut off at the end',
      NOTE.replace(/started: .*\n---\n/, ''),
      /^1:1 the facts at the top have no end/,
    ],
    ['a reference to nothing', NOTE.replace('system: tpc', 'system: *tpc'), /must be in "quotation marks"/],
    ['no facts', NOTE.replace(/^---[\s\S]*?---\n/, ''), /^1:1 the facts at the top are missing/],
    ['empty facts', NOTE.replace(/^---[\s\S]*?---\n/, '---\n---\n'), /^\d+:1 title: "title" is missing/],
    [
      'a heading without a time',
      NOTE.replace(' · 2026-01-05 16:30 +07:00', ''),
      /^10:1 update 1: the heading "Investigating" has no time/,
    ],
    [
      'a time without its offset',
      NOTE.replace('16:30 +07:00', '16:30'),
      /^10:1 update 1: "2026-01-05 16:30" does not say in which zone/,
    ],
    [
      'the name of a zone',
      NOTE.replace('16:30 +07:00', '16:30 WIB'),
      /write it as 2026-01-05 16:30 \+07:00 \(WIB is \+07:00\)$/,
    ],
    [
      'a year that nobody can mean',
      NOTE.replace('2026-01-05 16:30', '9999-01-05 16:30'),
      /between 2000 and 2099/,
    ],
    ['a day that does not exist', NOTE.replace('2026-01-05 16:30', '2026-02-30 16:30'), /does not exist/],
    [
      'a time in words',
      NOTE.replace('2026-01-05 16:30 +07:00', 'this afternoon'),
      /^10:1 update 1: "this afternoon" is not a time that can be read/,
    ],
    ['a status of maintenance', NOTE.replace('Investigating', 'Completed'), /"Completed" is not a status/],
    [
      'no English',
      NOTE.replace(/### English[\s\S]*?(?=### Ind)/, ''),
      /^10:1 update 1: "### English" is missing/,
    ],
    [
      'an empty language',
      NOTE.replace(/(?<=### Indonesia\n)[\s\S]*/, '\n***\n'),
      /^16:1 update 1, Indonesia: nothing is written/,
    ],
    [
      'a language twice',
      NOTE.replace('### Indonesia', '### English'),
      /^16:1 update 1, English: "### English" is twice/,
    ],
    [
      'text before the first update',
      NOTE.replace('## Inv', 'Hello.\n\n## Inv'),
      /^10:1 this text belongs to no language/,
    ],
    [
      'text before a language',
      NOTE.replace('### English', 'Hello.\n\n### English'),
      /^12:1 update 1: this text belongs to no language/,
    ],
    ['a title with one #', NOTE.replace('The daily', '# The daily'), /^14:1 update 1: a heading with one #/],
    ['HTML', NOTE.replace('has not run', 'has <b>not</b> run'), /^14:28 "<b>" is read as HTML/],
    ['an HTML comment', `${NOTE}\n<!-- later -->\n`, /"<!-- later -->" is read as HTML/],
    [
      'a heading in a quotation',
      NOTE.replace('The daily', '> ## Resolved\n\nThe daily'),
      /^14:3 a heading is inside/,
    ],
    [
      'an image from elsewhere',
      `${NOTE}\n![chart](https://example.org/a.png)\n`,
      /^20:1 the image "https:\/\/example\.org\/a\.png" must be a file beside the note/,
    ],
    ['an image outside', `${NOTE}\n![chart](../../a.png)\n`, /must be a file beside the note/],
    [
      'an image by reference',
      `${NOTE}\n![chart][c]\n\n[c]: https://example.org/a.png\n`,
      /must be a file beside the note/,
    ],
    [
      'an image without text',
      `${NOTE}\n![](images/chart.png)\n`,
      /^20:1 the image "images\/chart\.png" has no text/,
    ],
  ])('%s', (_, text, expected) => {
    expect(
      problems(text).some((line) => expected.test(line)),
      problems(text).join('\n'),
    ).toBe(true);
    expect(toNote(noteFile(text), TPC)).toBeNull();
  });

  test('a name that is no address', () => {
    expect(noteFile(NOTE, 'Delay (1).md').problems[0]?.code).toBe('name.incident');
  });

  test('a rule, a zone and a duration that cannot be read', () => {
    const text = RECURRING.replace('BYDAY=SU', 'BYDAY=SUN').replace('PT2H', '2 hours');
    expect(maintenance(text).problems.map(({ line, field }) => [line, field])).toEqual([
      [6, 'lasts'],
      [7, 'recurs.rule'],
    ]);
    expect(maintenance(RECURRING.replace('Asia/Jakarta', 'Jakarta')).problems[0]?.field).toBe('recurs.zone');
  });

  test('bytes that are not UTF-8: the line, and everything else too', () => {
    const latin = Uint8Array.from(
      Buffer.from(NOTE.replace('Daily', 'Café').replace('critical', '').replace('·', '-'), 'latin1'),
    );
    const found = readNoteFile('incident', '2026-01-05-a.md', latin).problems;
    expect(found.map(({ line, column, field }) => [line, column, field])).toEqual([
      [2, 17, ''],
      [5, 11, 'severity'],
    ]);
    expect(found[0]?.code).toBe('file.not-utf8');
  });

  test('UTF-16, as an editor may save it', () => {
    const utf16 = Uint8Array.from(Buffer.from(`\uFEFF${NOTE}`, 'utf16le'));
    expect(readNoteFile('incident', '2026-01-05-a.md', utf16).problems).toHaveLength(1);
  });
});

describe('whatever the bytes are', () => {
  const fragment = fc.constantFrom(
    ...NOTE.split(/(?<=[\n ])/),
    '---\n',
    '## ',
    '### English\n',
    '\t',
    '\r\n',
    '*a',
    '&a',
    '{',
    '[',
    '"',
    '<b>',
    '![](',
    '> ',
    '- ',
    '\u0000',
    '__proto__: 1\n',
    '<<: *x\n',
    '? ',
    '!!js ',
    '|',
    '```\n',
    '[^1]',
    '\uFEFF',
  );
  /** A note, or problems, or a system or severity that nobody knows (which the lint says). */
  const outcome = (content: Uint8Array) => {
    const file = readNoteFile('incident', '2026-01-05-a.md', content);
    const facts = file.facts as IncidentFacts | null;
    const known = facts?.system === 'tpc' && facts.severity === 'critical';
    return (toNote(file, TPC) !== null) === (known && file.problems.length === 0);
  };
  const said = (content: Uint8Array) => {
    const { facts, problems } = readNoteFile('incident', '2026-01-05-a.md', content);
    return outcome(content) && (facts !== null || problems.length > 0);
  };

  test('they give a note or a problem, and nothing is thrown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), said));
    fc.assert(fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => said(bytes(parts.join('')))));
    fc.assert(
      fc.property(fc.nat(NOTE.length), fc.nat(20), fc.string({ unit: 'binary' }), (from, length, text) =>
        said(bytes(NOTE.slice(0, from) + text + NOTE.slice(from + length))),
      ),
    );
  });

  test.each([
    ['links within links', `${'['.repeat(20_000)}a${'](https://a.example)'.repeat(5_000)}`, 14, 'file.deep'],
    ['quotations', '> '.repeat(50_000), 14, 'file.deep'],
    ['lists', `\n${'- '.repeat(50_000)}`, 15, 'file.deep'],
    ['facts', `{ a: ${'{ a: '.repeat(30_000)}`, 14, 'file.deep'],
    ['a list without end', '- a\n'.repeat(40_000), 5_014, 'file.long'],
    ['brackets that close nothing', ']'.repeat(100_000), 14, 'file.marks'],
    ['emphasis without end', 'a**b_c '.repeat(20_000), 14, 'file.marks'],
    ['more than a note needs', 'a '.repeat(110_000), 1, 'file.large'],
  ])('what would take minutes to read is told at its line, and not read: %s', (_, words, line, code) => {
    const text = NOTE.replace('The daily distribution', words);
    expect(noteFile(text).problems).toMatchObject([{ line, code }]);
  });

  test('tables, code and lists as people write them are read', () => {
    const rows = Array.from(
      { length: 80 },
      (_, index) => `| \`batch-${index}\` | **late** | [tx](https://a.example/${index}) |`,
    );
    const table = `| Batch | State | Link |\n|---|---|---|\n${rows.join('\n')}`;
    const list = `- a\n  - b\n    1. c\n       > d\n\n${'* * *'.repeat(2)}\n\n    - [ ] {"a": [{"b": [1]}]}`;
    const words = `${table}\n\n${list}`;
    expect(noteFile(NOTE.replace('The daily distribution', `${words}\n\nIt`)).problems).toEqual([]);
  });

  test('nor by what stands very deep', () => {
    expect(said(bytes(`${NOTE}${'> '.repeat(2_000)}a`))).toBe(true);
    expect(said(bytes(NOTE.replace('[distribution]', `${'['.repeat(2_000)}`)))).toBe(true);
  });
});

test('five hundred updates are read', () => {
  const more = Array.from({ length: 499 }, (_, index) =>
    update('Monitoring', '2026-01-06 10:00 +07:00', `Update ${index}.`, `Pembaruan ${index}.`),
  );
  const file = noteFile(NOTE + more.join(''));
  expect(file.problems).toEqual([]);
  expect(file.sections).toHaveLength(500);
});
