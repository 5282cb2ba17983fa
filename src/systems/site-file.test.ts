import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../words/said.ts';
import { readSite, siteOrProblems } from './site-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'terang-site-file-'));
  mkdirSync(path.join(root, 'written'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(path.join(root, 'written', name), text);

const GOOD = `name: { en: Open Books, id: Buku Terbuka }
publisher: { en: Casa Aberta, id: Casa Aberta }
purpose: { en: What a charity does., id: Apa yang dilakukan sebuah lembaga. }
contact: mailto:us@example.com
source: https://example.com/books
time: { first: Europe/Lisbon, beside: UTC }
accent: { light: "#7a1f5c", dark: "#f0a6d4" }
logo: logo.svg
favicon: favicon.svg
sections: [transparency]
`;
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path class="logo-ink" d="M0 0h8v8z"/></svg>\n';

/** What is wrong, without the folder it is in. */
function wrong(site: string, language: 'en' | 'id' = 'en'): string[] {
  write('site.yaml', site);
  write('logo.svg', LOGO);
  write('favicon.svg', LOGO);
  const read = siteOrProblems(root);
  const problems = 'problems' in read ? read.problems : [];
  return problems.map((one) => formatProblem(one, language).replace(path.join(root, 'written/'), ''));
}

test('a site is what its file says, with its pictures read', () => {
  expect(wrong(GOOD)).toEqual([]);
  expect(readSite(root)).toMatchObject({
    name: { id: 'Buku Terbuka' },
    disclaimer: [],
    time: { first: 'Europe/Lisbon', beside: 'UTC' },
    logo: { name: 'svg', children: [{ name: 'path' }] },
    favicon: LOGO,
    sections: ['transparency'],
  });
});

test('without the file there is no site: it is named', () => {
  expect(() => readSite(root)).toThrow(
    /written\/site\.yaml:1:1 expected this file: it says whose site this is/,
  );
});

test.each([
  [
    'name: { en: Open Books, id: Buku Terbuka }',
    'name: { en: Open Books }',
    '1:7 name.id: expected text, and there is none',
  ],
  [
    'publisher: { en: Casa Aberta,',
    'publisher: { en: "",',
    '2:18 publisher.en: expected at least 1 character',
  ],
  [
    '{ en: What a charity does.,',
    '{ en: "Two\\nlines",',
    '3:16 purpose.en: expected one line, without spaces around it',
  ],
  [
    'mailto:us@example.com',
    'us@example.com',
    '4:10 contact: expected an address such as https://example.com/ or, for a contact, mailto:us@example.com',
  ],
  [
    'https://example.com/books',
    'http://example.com/',
    '5:9 source: expected an address such as https://example.com/ or, for a contact, mailto:us@example.com',
  ],
  [
    'first: Europe/Lisbon',
    'first: Lisbon',
    '6:16 time.first: expected a time zone by its name in the IANA database, such as Asia/Jakarta',
  ],
  [
    'beside: UTC',
    'beside: Europe/Lisbon',
    '6:39 time.beside: expected another zone than the one shown first; leave it out where one is enough',
  ],
  ['"#7a1f5c"', 'purple', '7:18 accent.light: expected a colour such as "#0b5663"'],
  [
    '"#f0a6d4"',
    '"#7a1f5c"',
    '7:35 accent.dark: #7a1f5c on #101417, a ground of its scheme, has a contrast of 1.91 : 1; expected 4.5 : 1 or more (WCAG 2.2 AA)',
  ],
  [
    'logo: logo.svg',
    'logo: ../logo.svg',
    '8:7 logo: expected the name of an SVG file beside this one, such as logo.svg',
  ],
  ['favicon: favicon.svg', 'favicon: icon.svg', '9:10 favicon: there is no file "icon.svg" beside this one'],
  [
    '[transparency]',
    '[transparency, blog]',
    '10:26 sections.1: expected one of "status", "incidents", "reports", "transparency", "archive", "log"',
  ],
  [
    '[transparency]',
    '[transparency, reports]',
    '10:26 sections.1: "reports" rests on "status", which is not listed',
  ],
  ['[transparency]', '[transparency, transparency]', '10:26 sections.1: "transparency" is there twice'],
  [
    '[transparency]',
    '[log]',
    '10:11 sections: expected "status", "transparency" or both among them: a site with neither shows nothing',
  ],
  ['sections: [transparency]', 'section: [transparency]', '1:1 sections: expected a list, and there is none'],
])('%s written as %s is answered with its place and what was expected', (good, bad, said) => {
  expect(wrong(GOOD.replace(good, bad))).toContain(`site.yaml:${said}`);
});

test('all mistakes come at once, in either language', () => {
  const bad = GOOD.replace('Europe/Lisbon', 'Lisbon')
    .replace('[transparency]', '[log]')
    .replace('#7a1f5c', '#ffffff');
  expect(wrong(bad, 'id')).toEqual([
    'site.yaml:6:16 time.first: harus berupa zona waktu menurut namanya dalam basis data IANA, misalnya Asia/Jakarta',
    'site.yaml:7:18 accent.light: kontras #ffffff di atas #fbfaf6, latar pada skemanya, adalah 1.04 : 1; harus 4.5 : 1 atau lebih (WCAG 2.2 AA)',
    'site.yaml:7:18 accent.light: kontras #ffffff di atas #f3f0e6, latar pada skemanya, adalah 1.14 : 1; harus 4.5 : 1 atau lebih (WCAG 2.2 AA)',
    'site.yaml:10:11 sections: harus memuat "status", "transparency", atau keduanya: tanpa itu situs tidak menampilkan apa pun',
  ]);
});

describe('a logo that could do more than be seen is refused by its place', () => {
  test.each([
    ['<svg viewBox="0 0 8 8">\n<script>alert(1)</script></svg>', '2:1 <script> is not allowed here'],
    ['<svg onload="alert(1)"/>', '1:1 onload="alert(1)" is not allowed'],
    ['<svg><a href="https://x.example"/></svg>', '1:6 <a> is not allowed here'],
    [
      '<svg><path fill="url(https://x.example/a.svg#b)"/></svg>',
      '1:6 fill="url(https://x.example/a.svg#b)" is not allowed',
    ],
    ['<svg><style>path{}</style></svg>', '1:6 <style> is not allowed here'],
    ['<svg><g id="content"/></svg>', '1:6 id="content" is not allowed'],
    ['<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>', '1:1 this cannot be read as a plain SVG from here on'],
    ['<svg><foreignObject><body/></foreignObject></svg>', '1:6 <foreignObject> is not allowed here'],
    ['<svg><path style="fill:red"/></svg>', '1:6 style="fill:red" is not allowed'],
    ['<svg><title>a</title>', '1:22 this cannot be read as a plain SVG from here on'],
    ['<svg></svg><svg></svg>', '1:12 this cannot be read as a plain SVG from here on'],
    ['', '1:1 this cannot be read as a plain SVG from here on'],
  ])('%s', (svg, said) => {
    write('site.yaml', GOOD);
    write('favicon.svg', LOGO);
    write('logo.svg', svg);
    expect(() => readSite(root)).toThrow(`written/logo.svg:${said}`);
  });

  test('what editors leave beside the shapes is passed over; a favicon may follow the scheme by a style sheet', () => {
    write('site.yaml', GOOD);
    write('logo.svg', `<?xml version="1.0"?>\n<!-- made by hand -->\n${LOGO}`);
    const favicon = '<svg><style>@media (prefers-color-scheme: dark) { .a { fill: #fff } }</style></svg>';
    write('favicon.svg', favicon);
    expect(readSite(root).favicon).toBe(favicon);
    write('favicon.svg', '<svg><style>.a { fill: url(https://x.example) }</style></svg>');
    expect(() => readSite(root)).toThrow('favicon.svg:1:13 expected a style sheet without url()');
  });
});
