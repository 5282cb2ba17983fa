import { LANGUAGES } from '../core/language.ts';
import type { Site } from '../core/site.ts';
import { type ArchivePackage, CHECKSUMS, samplesFile, tableFile } from '../reports/model/archive.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import { type Reader, readerFor } from '../words/reader.ts';

type Facts = Pick<ArchivePackage, 'month' | 'demo' | 'observed_at' | 'totals' | 'resources'>;

/**
 * `README.md` of a closed month, English and then Indonesian. Its commands need a shell, `sha256sum` and `zcat`,
 * and nothing of ours; a test runs them as they stand.
 */
export function readmeText(site: Site, facts: Facts): string {
  const notice = facts.demo ? `**${DEMO_NOTICE.en}** / **${DEMO_NOTICE.id}**\n\n` : '';
  return `${notice}${LANGUAGES.map((language) => inLanguage(readerFor(language, site), facts)).join('\n')}`;
}

function inLanguage(reader: Reader, facts: Facts): string {
  const { t, format, publisher } = reader;
  const month = format.month(facts.month).replaceAll('\u00A0', ' ');
  const batches = tableFile('batches', 'json', facts.demo);
  const table = tableFile('batches', 'csv', facts.demo);
  return [
    `# ${t('archive.packageTitle', { publisher, month })}`,
    t('archive.readme.what', { month }),
    `## ${t('archive.readme.files')}`,
    files(reader, facts),
    t('archive.readme.columns'),
    t('archive.readme.metrics'),
    totals(reader, facts),
    readUpTo(reader, facts),
    `## ${t('archive.readme.check')}`,
    ...command(t('archive.readme.sums'), `sha256sum -c ${CHECKSUMS}`),
    ...command(t('archive.readme.look'), `zcat ${table} | head -n 3`),
    ...command(t('archive.readme.hashes'), hashCommand(batches)),
    ...samples(reader, facts),
    t('archive.readme.restore'),
    t('archive.readme.limits'),
  ]
    .join('\n\n')
    .concat('\n');
}

function files({ language, t }: Reader, { resources }: Facts): string {
  const rows = resources.map(({ path, titles, rows }) => `| ${path} | ${titles[language]} | ${rows} |`);
  const none = hasSamples(resources) ? '' : `\n\n${t('archive.readme.noSamples')}`;
  const head = `| ${t('archive.file')} | | ${t('archive.rows')} |\n| --- | --- | ---: |`;
  return `${[head, ...rows].join('\n')}${none}`;
}

function totals({ t }: Reader, { totals: { month, since_beginning } }: Facts): string {
  const head = [t('archive.readme.figure'), t('archive.readme.month'), t('archive.readme.sinceBeginning')];
  const rows = Object.entries(month).map(([name, sum]) => `| ${name} | ${sum} | ${since_beginning[name]} |`);
  return [`| ${head.join(' | ')} |`, '| --- | ---: | ---: |', ...rows].join('\n');
}

function readUpTo({ t }: Reader, { observed_at }: Facts): string {
  const times = Object.entries(observed_at).map(([name, at]) => `${name} ${at ?? t('archive.readme.never')}`);
  return `${t('archive.readme.asOf')} ${times.join(', ')}`;
}

function command(words: string, text: string): string[] {
  return [words, `\`\`\`sh\n${text}\n\`\`\``];
}

function hashCommand(file: string): string {
  const fields = 's/.*"public_hash":"\\([0-9a-f]\\{64\\}\\)".*"hash_input":"\\([^"]*\\)".*/\\1 \\2/p';
  return [
    `zcat ${file} | sed -n '${fields}' | while read -r hash input`,
    'do',
    '  [ "$(printf \'%s\' "$input" | sha256sum | cut -c 1-64)" = "$hash" ] || echo "does not match: $input"',
    'done',
  ].join('\n');
}

function samples({ t }: Reader, { demo, resources }: Facts): string[] {
  if (!hasSamples(resources)) return [];
  const [before = '', after = ''] = samplesFile('*', demo).split('*');
  return command(
    t('archive.readme.samples'),
    [
      `for file in ${before}*${after}`,
      'do',
      `  day=\${file#${before}}`,
      `  day=\${day%${after}}`,
      '  hash=$(zcat "$file" | sha256sum | cut -c 1-64)',
      `  zcat ${tableFile('status-days', 'csv', demo)} | grep "^$day,.*$hash" > /dev/null || echo "no figures rest on $file"`,
      'done',
    ].join('\n'),
  );
}

function hasSamples(resources: Facts['resources']): boolean {
  return resources.some(({ name }) => name.startsWith('samples-'));
}
