import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

/** WCAG 2.2: relative luminance of an sRGB colour. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

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
