import { expect, test } from 'vitest';
import { noteHtml } from './note-html.ts';

const none = () => null;
const same = (link: string) => link;

test('Markdown becomes HTML', () => {
  expect(noteHtml('A **bold** [link](https://example.org/).\n\n---\n\n| a |\n| - |\n| 1 |', none, same)).toBe(
    '<p>A <strong>bold</strong> <a href="https://example.org/">link</a>.</p>\n<hr>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>',
  );
});

test.each([
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '[a](javascript:alert(1))',
  '[a](data:text/html,x)',
  '[a]\n\n[a]: javascript:alert(1)',
  '![a](https://example.org/a.png)',
  '![a](//example.org/a.png)',
  '![a][b]\n\n[b]: https://example.org/a.png',
])('nothing that runs or loads from elsewhere comes through: %s', (markdown) => {
  const served = () => ({ src: '/media/a.png', width: 1, height: 1 });
  expect(noteHtml(markdown, served, same)).not.toMatch(/script|onerror|src|href="[^"]|data:/);
});

test('an image that was accepted is shown from where it is served, with its text and the room that it takes', () => {
  const served = (path: string) =>
    path === 'images/a.png' ? { src: '/terang/media/0a.png', width: 640, height: 360 } : null;
  const img =
    '<img src="/terang/media/0a.png" width="640" height="360" alt="A &#x22;chart&#x22;" loading="lazy" decoding="async">';
  expect(noteHtml('![A "chart"](images/a.png "x")', served, same)).toBe(`<p>${img}</p>`);
  expect(noteHtml('![A "chart"][a]\n\n[a]: ./images/a.png', served, same)).toBe(`<p>${img}</p>`);
});

test('of one that was not accepted its text stands there', () => {
  expect(noteHtml('See ![the <chart>](images/b.png).', none, same)).toBe('<p>See the &#x3C;chart>.</p>');
});
