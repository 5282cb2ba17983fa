import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '..');

/** What reads a file, or its JSON, by hand, and is none of generated content: why it may. */
const OTHERS: readonly (readonly [where: RegExp, because: string])[] = [
  [/^core\/canonical\.ts$/, 'lines are JSON, wherever they come from'],
  [/^demo\//, 'the demo reads its own invented past'],
  [/^testing\//, 'tests read what they tested'],
  [/^log\//, 'entries of the log are read by the log itself'],
  [/^verifier\//, 'it reads what is served, and needs nothing of ours'],
  [/^commands\/map\.ts$/, 'the map of the code is no content'],
  [/^(systems|reports)\/[a-z-]+-file\.ts$/, 'what people wrote: systems, playbooks, routines'],
  [
    /^reports\/(allowed-signers|sign-offs|signature|ask|internal)\.ts$/,
    'what people wrote, and what never is public',
  ],
  [/^reports\/audit\/(acceptances|api)\.ts$/, 'what people wrote, and what an API answers'],
  [
    /^incidents\/(accept\/(images|lint-content|strays|written)|author\/\w[\w-]*)\.ts$/,
    'notes as people wrote them',
  ],
  [/^incidents\/(lint\/secrets|model\/recorded-note)\.ts$/, 'JSON within a text'],
  [/^archive\/tables\.ts$/, 'lines of an archive, verified without any content'],
  [/^site\/content\/(routines|systems)\.ts$/, 'what people wrote'],
  [/^site\/log\/browser-witness\.ts$/, 'what a browser keeps, where there is no store'],
  [/^outside\/seen\.ts$/, 'what a witness keeps, in a folder of its own'],
  [/^build\/(file-list|rebuild|served)\.ts$/, 'files of a built site, which is no content'],
  [/^site\/(content\/built-from|log\/build-record)\.ts$/, 'what the beginning of a build tells its end'],
  [/^site\/(og|server|views)\//, 'fonts, images, and JSON that a page made itself'],
  [/^status\/(ask\/(json|peers)|check-question)\.ts$/, 'what a peer answers'],
];

test('generated content is read in the store alone: no file, no missing file and no JSON by hand elsewhere', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const found = files.filter((file) => {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('store/')) return false;
    const text = readFileSync(path.join(SRC, file), 'utf8');
    return /\breadFile(Sync)?\(|'ENOENT'|\bJSON\.parse\(/.test(text);
  });
  expect(found.filter((file) => !OTHERS.some(([where]) => where.test(file)))).toEqual([]);
  for (const [where, because] of OTHERS)
    expect(
      files.some((file) => where.test(file)),
      because,
    ).toBe(true);
});

test('nobody else knows what a manifest is called', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const found = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !/\.test\.ts$|^(store|testing|demo|pages)\//.test(file) &&
      /manifestSchema\.(safeP|p)arse|manifestText|readManifest/i.test(
        readFileSync(path.join(SRC, file), 'utf8'),
      ),
  );
  expect(found).toEqual([]);
});
