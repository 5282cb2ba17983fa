import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IMAGE_HEIGHT, IMAGE_WIDTH, type PreviewImage } from '../views/og/image.ts';
import { previewPng } from './cache.ts';
import { COLORS } from './colors.ts';
import { draw } from './draw.ts';
import { letters } from './letters.ts';
import { paint } from './paint.ts';
import { MARGIN } from './tree.ts';

const image = (...titles: string[]): PreviewImage => ({
  language: 'en',
  brand: { name: 'Terang', logo: null },
  demo: ['DEMO – invented figures', 'DATA CONTOH – angka rekaan'],
  kicker: 'TPC · Incident · Critical',
  titles: [...titles, 'The title stands on the page'],
  figure: null,
  state: { shape: 'down', word: 'Investigating' },
  bars: null,
  rows: [],
  time: 'as of 21 Nov 2026, 14:05 WIB / 07:05 UTC',
  note: 'A picture keeps its time.',
});

/** The pieces of text of a drawing, as the layout set them. */
async function pieces(drawn: PreviewImage) {
  const { svg, title } = await draw(drawn);
  const found = [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)"[^>]*>([^<]*)<\/text>/g)];
  const set = found.map(([, x, y, width, text]) => ({
    left: Number(x),
    base: Number(y),
    right: Number(x) + Number(width),
    text: text ?? '',
  }));
  return { set, title };
}

const LONG =
  'The daily distribution of the third batch for holders of the second tier is delayed because the scheduled job that adds up verified transactions of the day before stopped before midnight in Jakarta';

describe('no text is cut', () => {
  test.each([
    ['a short title', 'Daily distribution delayed'],
    ['200 characters', LONG],
    ['a word of 60 wide letters', `Late ${'W'.repeat(60)} now`],
    ['two scripts', 'Payouts late — تأخر التوزيع اليومي لليوم الثاني (TPC 12) since Monday'],
    ['Arabic first', 'تأخير المدفوعات اليومية من TPC في يوم 26'],
    ['other alphabets', 'Ünïcödé ệ Задержка αβγ'],
    ['what XML would take for its own', 'Fees <b> & "quotes" of 5 > 3'],
  ])('%s', async (_name, title) => {
    const { set, title: drawn } = await pieces(image(title));
    expect(drawn).toBe(title);
    for (const { left, right, base, text } of set.filter((piece) => piece.text.trim() !== '')) {
      expect([text, left >= MARGIN - 1, right <= IMAGE_WIDTH - MARGIN + 1]).toEqual([text, true, true]);
      expect(base).toBeLessThan(IMAGE_HEIGHT);
    }
    const base = (of: string) => set.find(({ text }) => text === of)?.base ?? Number.NaN;
    const lines = set.filter(({ base: at }) => at > base('Terang') && at < base('Investigating'));
    expect(Math.min(...lines.map(({ base: at }) => at))).toBeGreaterThan(base('Terang') + 20);
    expect(base('Investigating')).toBeLessThan(base('WIB') - 40);
    const unescaped = set
      .map(({ text }) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&');
    for (const word of title.split(' ')) expect(unescaped).toContain(word);
  });

  test('a title that begins in Arabic stands as on its page: at the left, read from the right within its script', async () => {
    const { set } = await pieces(image('تأخير المدفوعات من TPC'));
    const at = (word: string) => set.find(({ text }) => text === word)?.left ?? Number.NaN;
    expect(Math.min(...['تأخير', 'المدفوعات', 'من'].map(at))).toBeCloseTo(MARGIN, 0);
    expect(at('المدفوعات')).toBeLessThan(at('تأخير'));
    expect(at('TPC')).toBeGreaterThan(at('تأخير'));
  });

  test('a title too long for any size is not cut: the image says where it stands', async () => {
    expect((await draw(image('long '.repeat(2000)))).title).toBe('The title stands on the page');
  });
});

describe('letters that no face here has', () => {
  test('emoji go, the words stay', () => {
    expect(letters('🚀 Delay 👩‍💻 in 🇮🇩 1️⃣ step ❤️ © 5')).toBe('Delay in step © 5');
    expect(letters('turned \u202Earound\u200B\nline')).toBe('turned around line');
  });

  test('a title that can not be written whole is written in the other language, or not at all', async () => {
    expect((await draw(image('Delay 漢字', 'Penundaan'))).title).toBe('Penundaan');
    expect((await draw(image('漢字', '🚨'))).title).toBe('The title stands on the page');
    expect((await draw({ ...image('Delayed'), kicker: '漢字' })).title).toBe('Delayed');
  });
});

describe('images as files', () => {
  const scratch = async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'terang-og-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };

  test('are PNG of the size that previews have, and the same bytes for the same model', async () => {
    const [one, two] = [await paint(await draw(image('Delayed'))), await paint(await draw(image('Delayed')))];
    const header = Buffer.from(one);
    expect(header.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([IMAGE_WIDTH, IMAGE_HEIGHT]);
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, await paint(await draw(image('Delayed again'))))).not.toBe(0);
  });

  test('one that did not change is not drawn again; one that did takes its place', async () => {
    const cache = await scratch();
    const folder = path.join(cache, 'en', 'incidents', 'late');
    const address = 'en/incidents/late';
    await previewPng(image('Delayed'), address, cache);
    const [kept = ''] = await readdir(folder);
    await writeFile(path.join(folder, kept), 'as it was kept');
    expect(Buffer.from(await previewPng(image('Delayed'), address, cache)).toString()).toBe('as it was kept');
    const later = { ...image('Delayed'), time: 'as of 21 Nov 2026, 14:20 WIB / 07:20 UTC' };
    const drawn = await previewPng(later, address, cache);
    expect(Buffer.compare(drawn, await paint(await draw(later)))).toBe(0);
    const left = await readdir(folder);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(kept);
  });

  test('their colours are those of the pages', async () => {
    const [light = ''] = (await readFile('src/site/styles/tokens.css', 'utf8')).split('@media');
    const { shapes, earlier, ...named } = COLORS;
    for (const [name, color] of Object.entries(named)) expect(light).toContain(`--${name}: ${color};`);
    expect(light).toContain(`--bar-earlier: ${earlier};`);
    expect(light).toContain(`--up: ${shapes.up};`);
    expect(light).toContain(`--warn: ${shapes.degraded};`);
    expect(light).toContain(`--alarm: ${shapes.down};`);
  });
});
