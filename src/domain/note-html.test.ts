import { expect, test } from 'vitest';
import { noteHtml } from './note-html.ts';

test('Markdown becomes HTML', () => {
  expect(noteHtml('A **bold** [link](https://example.org/).\n\n---\n\n| a |\n| - |\n| 1 |')).toBe(
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
  expect(noteHtml(markdown)).not.toMatch(/script|onerror|src|href="[^"]|data:/);
});

test('an image beside the note stays, with its text', () => {
  expect(noteHtml('![chart](images/a.png)')).toBe('<p><img src="images/a.png" alt="chart"></p>');
});
