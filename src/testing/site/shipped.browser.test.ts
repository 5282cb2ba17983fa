import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';

const { dist, contentRoot } = inject('site');

interface InternalRoutine {
  readonly id: string;
  readonly name: { readonly en: string; readonly id: string };
  readonly items: readonly { readonly name: { readonly en: string; readonly id: string } }[];
}

/** Lines of a query that no other query is likely to hold. */
function queryLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 30 && !line.startsWith('--'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** What a reader holds after unpacking: an archive is searched as its files are. */
function unpacked(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
}

const shipped = [...filesBelow(dist), ...filesBelow(contentRoot)].map((file) => ({
  file,
  text: unpacked(file),
}));
const pages = shipped
  .filter(({ file }) => file.endsWith('.html'))
  .map(({ file }) => ({ file, text: readFileSync(file, 'utf8') }));
const holding = (pattern: RegExp) => shipped.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('everything that is shipped', () => {
  test('TPC-03, TPC-21: holds no private column, not even its name', () => {
    expect(shipped.length).toBeGreaterThan(700);
    expect(holding(/admin_id|created_by|user_id|source_id/)).toEqual([]);
  });

  test('TPC-03: holds no id of a transaction, in whatever form, though it holds what each is looked up by', () => {
    const ids = new Set(inject('transactions').map((id) => id.replaceAll('-', '')));
    expect(ids.size).toBeGreaterThan(1_000);
    const found = shipped.flatMap(({ file, text }) =>
      (text.match(/[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi) ?? [])
        .filter((id) => ids.has(id.toLowerCase().replaceAll('-', '')))
        .map((id) => `${file}: ${id}`),
    );
    expect(found).toEqual([]);
    const lists = shipped.filter(({ file }) => file.includes(path.join('client', 'paid')));
    expect(lists.length).toBeGreaterThan(256);
  });

  test('TPC-22: holds no key, token, password or connection string', () => {
    expect(
      holding(
        /-----BEGIN [A-Z ]*PRIVATE KEY|postgres(ql)?:\/\/[^\s"']*:[^\s"']*@|service_role|eyJhbGciOi[\w-]{20}/,
      ),
    ).toEqual([]);
  });

  test('a host that drops folders with an underscore unless told otherwise (Pages from a branch) is told', () => {
    const root = path.join(dist, 'client');
    expect(readdirSync(root)).toEqual(expect.arrayContaining(['_astro', '.nojekyll']));
  });

  test('the archives are searched unpacked', () => {
    const packed = shipped.filter(({ file }) => file.endsWith('.csv.gz'));
    expect(packed.length).toBeGreaterThan(3);
    expect(packed.filter(({ text }) => !/^[a-z0-9_,]+\r\n/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('TPC-22, CTS-10: no page, data file or archive names a secret as a setting is named', () => {
    const secret =
      /\b(?:[A-Z][A-Z0-9]*_)+(?:SECRET|KEY|TOKEN|PASSWORD|SEED|MNEMONIC|CREDENTIALS?)(?:_[A-Z0-9]+)*\b/;
    expect(secret.test('rotated PRIVY_APP_SECRET and ESCROW_FEE_PAYER_SECRET_KEY')).toBe(true);
    // Content holds the systems' own files, in which people name the settings that a check is asked with; the code of
    // the server, which is served to nobody, holds the framework's own constants.
    const aside = [path.join(contentRoot, 'written'), path.join(dist, 'server')];
    expect(holding(secret).filter((file) => !aside.some((folder) => file.startsWith(folder)))).toEqual([]);
  });

  test('TPC-22: the pages and data name no setting of the machine that asks', () => {
    const written = readdirSync('content/written/systems', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(path.join('content/written/systems', name), 'utf8'));
    const names = new Set(written.join('\n').match(/(?<=env:)[A-Z][A-Z0-9_]+/g));
    expect(names.size).toBeGreaterThan(30);
    const named = new RegExp(`env:[A-Z][A-Z0-9_]+|\\b(${[...names].join('|')})\\b`);
    // Content holds the systems' own files, in which people name them.
    expect(holding(named).filter((file) => !file.startsWith(path.join(contentRoot, 'written')))).toEqual([]);
  });

  test('TPC-21: names no internal routine, item or query, nor any setting that is only for the team', () => {
    const internal = readdirSync('examples/internal', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(yaml|sql)$/.test(name),
    );
    const secrets = internal.flatMap((name) => {
      const text = readFileSync(path.join('examples/internal', name), 'utf8');
      if (name.endsWith('.sql')) return queryLines(text);
      const { id, name: own, items } = parse(text) as InternalRoutine;
      return [id, ...[own, ...items.map((item) => item.name)].flatMap((words) => [words.en, words.id])];
    });
    expect(secrets.length).toBeGreaterThan(15);
    const settings = ['TERANG_AUDIT_KEY', 'TERANG_AGE_RECIPIENT', 'TERANG_INTERNAL'];
    const found = [...secrets, ...settings].filter((secret) =>
      // Files are read byte by byte; words of two languages are held in UTF-8.
      shipped.some(({ text }) => text.includes(Buffer.from(secret, 'utf8').toString('latin1'))),
    );
    expect(found).toEqual([]);
  });

  test('TPC-20: promises no results, profit or returns, in either language', () => {
    const allowed = [
      /No profit, ROI, or guarantees are stated or implied\.?/g,
      /Tidak ada pernyataan atau jaminan hasil\/ROI\.?/g,
    ];
    const promise =
      /\b(profits?|ROI|guarantee[sd]?|yields?|earnings|returns on|janji|menjanjikan|keuntungan|jaminan|dijamin|menjamin|terjamin|imbal hasil|bagi hasil|pengembalian finansial)\b/i;
    const found = pages.flatMap(({ file, text }) => {
      const words = allowed.reduce(
        (rest, sentence) => rest.replaceAll(sentence, ''),
        text.replaceAll(/<[^>]*>/g, ' '),
      );
      const match = promise.exec(words);
      return match === null
        ? []
        : [`${file}: ${words.slice(Math.max(0, match.index - 40), match.index + 40)}`];
    });
    expect(found).toEqual([]);
  });

  test('a page sets no style attribute and runs no inline handler: its content policy forbids them', () => {
    expect(
      pages.filter(({ text }) => /<[^>]+\sstyle=|<[^>]+\son[a-z]+=/.test(text)).map(({ file }) => file),
    ).toEqual([]);
    expect(
      pages.filter(({ text }) => !/http-equiv="content-security-policy"/i.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });

  test('every page says that the figures are invented, and asks not to be indexed', () => {
    const silent = pages.filter(
      ({ text }) =>
        !/DEMO – invented figures/.test(text) || !/DATA CONTOH/.test(text) || !/noindex/.test(text),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});
