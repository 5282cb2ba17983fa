import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../core/contrast.ts';
import { GROUNDS } from '../../core/site.ts';
import { accentCss } from '../accent.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

describe.each([
  ['light', tokens(light)],
  ['dark', { ...tokens(light), ...tokens(dark) }],
])('%s: text can be read on every ground it stands on', (_scheme, colour) => {
  test.each([
    ['ink', 'paper'],
    ['ink', 'well'],
    ['ink', 'alarm-well'],
    ['quiet', 'paper'],
    ['quiet', 'well'],
    ['quiet', 'alarm-well'],
    ['link', 'paper'],
    ['link', 'well'],
    ['alarm', 'paper'],
    ['alarm', 'alarm-well'],
    ['up', 'paper'],
    ['warn', 'paper'],
    ['warn', 'well'],
    ['banner-ink', 'banner'],
  ])('%s on %s', (ink, ground) => {
    expect(contrast(colour[ink] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['bar', 'slate', 'alarm', 'rule-strong'])('a drawing in %s stands out from paper', (ink) => {
    expect(contrast(colour[ink] ?? '', colour.paper ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('an accent of a site is held against the grounds that links stand on here, and goes before the colours here', () => {
  const grounds = (text: string) => ['paper', 'well'].map((name) => tokens(text)[name]);
  expect(GROUNDS).toEqual({ light: grounds(light), dark: grounds(dark) });
  expect(accentCss({ accent: { light: '#7a1f5c', dark: '#f0a6d4' } }).split('\n')).toEqual([
    ':root { --link: #7a1f5c; --bar: #7a1f5c; }',
    '@media (prefers-color-scheme: dark) { :root { --link: #f0a6d4; --bar: #f0a6d4; } }',
    '',
  ]);
});
