/**
 * The rooms of the house, from the ground up: what each holds, what it may import of ours, and why nothing else. A folder
 * imports only folders that stand above it in this list; the map in src/README.md is made from it.
 */
export const folders = {
  core: {
    holds:
      'what every part counts, dates and names with: money, instants, recurrence, canonical JSON, YAML, languages',
    may: [],
    because: 'it depends on nothing of ours: no I/O, no clock, no words of a page',
  },
  log: {
    holds:
      'the append-only Merkle log of what was published: entries, proofs, tiles, checkpoints, cosignatures, trust policies (C2SP)',
    may: ['core'],
    because:
      'a log knows hashes and signatures; what the entries are about is the business of those who enter it',
  },
  store: {
    holds:
      'content as folders of series, each declared once: read, appended, published under one manifest and lock, entered into the log, guarded, compared with any commit',
    may: ['core', 'log'],
    because: 'reading and writing content is one craft, whoever fills it',
  },
  build: {
    holds:
      'a built site as something to hold it to: its present instant, the commit it is made from, the list of its files, its entry; making it anew and comparing it with what is served',
    may: ['core', 'log', 'store'],
    because: 'whether two builds are the same bytes has nothing to do with what the pages say',
  },
  outside: {
    holds:
      'what strangers hold of a log that a site serves: a witness that cosigns it, a mirror that keeps it whole',
    may: ['core', 'store', 'log'],
    because: 'who watches a site knows of it what its log says, and nothing else',
  },
  ledger: {
    holds:
      'what a platform publishes of its money: batches and their hash, the split, totals, wallets, changes, the record',
    may: ['core', 'log', 'store'],
    because: 'what a figure means depends neither on where it was read nor on how it is shown',
  },
  verifier: {
    holds: 'what `/verify.mjs` and the verify page do: a second reading of everything that is published',
    may: [],
    because:
      'who verifies us needs nothing of ours: what is wrong there can not be wrong here in the same way',
  },
  words: {
    holds: 'the catalogue of words in every language, formats of numbers and times, public addresses',
    may: ['core', 'ledger', 'verifier'],
    because: 'words may name what is true, never where it comes from or how it is drawn',
  },
  systems: {
    holds: 'a system as its files describe it: components, checks, gauges, severities, objectives, playbooks',
    may: ['core', 'ledger', 'words'],
    because: 'a description knows nothing of who asks, who tells or who draws',
  },
  postgres: {
    holds: 'one read-only transaction: typed rows, rights, what row-level security hides, errors by name',
    may: ['core', 'ledger', 'words'],
    because: 'a database is asked in one way, whoever asks',
  },
  snapshot: {
    holds: 'one run that brings datasets into content: the forms of a source, the guards, what is published',
    may: ['core', 'log', 'store', 'ledger', 'systems', 'postgres'],
    because: 'what fetches never meets what renders: the disk is the only bridge',
  },
  status: {
    holds:
      'checks: how they are asked (`ask/`), a bounded run over all of them (`run/`), days, availability, what is known now',
    may: ['core', 'log', 'store', 'ledger', 'systems', 'words', 'postgres'],
    because: 'a run of checks asks and leaves content; it draws nothing',
  },
  chain: {
    holds:
      'on chain: the wire form of transactions and their signatures, memos, whether a batch is anchored by the rules, what providers said (`run/`)',
    may: ['core', 'store', 'log', 'ledger', 'systems', 'status'],
    because: 'what the bytes and two providers say is judged apart from who is told of it',
  },
  incidents: {
    holds:
      'notes of incidents and maintenance: what they are (`model/`), their file (`note/`), the rules (`lint/`), `accept/` and `author/`',
    may: ['core', 'log', 'store', 'ledger', 'systems', 'words', 'status'],
    because: 'a note is held against what is true and published; it asks no platform and draws nothing',
  },
  reports: {
    holds:
      'runbook routines carried out (`items/`), sign-offs, the monthly audit; what a report is (`model/`)',
    may: ['core', 'log', 'store', 'ledger', 'systems', 'words', 'postgres', 'snapshot', 'status'],
    because: 'a routine asks and leaves content; it draws nothing',
  },
  fold: {
    holds:
      'content as the fold of its log: every folder there is, what of them is entered, and what is not as its entries say',
    may: [
      'core',
      'log',
      'store',
      'build',
      'ledger',
      'systems',
      'snapshot',
      'status',
      'chain',
      'incidents',
      'reports',
    ],
    because: 'who says whether content is what was entered knows all of it, and neither writes nor draws it',
  },
  'open-data': {
    holds: 'the tables that anyone can download: columns, CSV, JSON, checksums',
    may: ['core', 'words', 'ledger', 'status', 'chain', 'reports'],
    because: 'a download and an archive are the same bytes, so neither owns them',
  },
  archive: {
    holds:
      'closed months as files that are written once, verified from themselves alone, restored into Postgres',
    may: ['core', 'log', 'store', 'ledger', 'words', 'status', 'reports', 'open-data'],
    because: 'an archive holds the same tables that the site offers, made of content alone',
  },
  site: {
    holds:
      'content as pages read it (`content/`), page models (`views/`), components, styles, preview images (`og/`), the server',
    may: [
      ...[
        'core',
        'store',
        'log',
        'build',
        'ledger',
        'verifier',
        'systems',
        'words',
        'status',
        'chain',
        'incidents',
        'reports',
      ],
      ...['open-data', 'fold'],
    ],
    because: 'it renders what content says; it asks nobody',
  },
  pages: {
    holds: 'the addresses: each brings content and a view together; each `.ts` here is a route',
    may: ['core', 'ledger', 'words', 'open-data', 'site'],
    because: 'Astro wants them in one folder, and they hold nothing of their own',
  },
  demo: {
    holds:
      'the reference ledger and its invented history, five platforms on loopback with a switch for each fault, the demo site',
    may: [
      ...[
        'core',
        'log',
        'store',
        'log',
        'outside',
        'ledger',
        'systems',
        'words',
        'postgres',
        'snapshot',
        'status',
        'incidents',
        'reports',
      ],
      ...['fold', 'archive', 'chain', 'site'],
    ],
    because: 'the demo stands in for an operator: a database, and the same commands as in production',
  },
  doctor: {
    holds:
      'what an operator has to set right, a line each: settings, rights, clock, repository, workflows, the live site',
    may: ['core', 'store', 'ledger', 'systems', 'words', 'postgres', 'snapshot', 'status'],
    because: 'it asks as the runs ask, and writes nothing',
  },
  commands: {
    holds:
      'every command, declared once, and their one frame (`frame/`): arguments, `--help`, steps, endings; git (`repository/`), what a run shows on GitHub (`github/`)',
    may: [
      ...['core', 'store', 'ledger', 'systems', 'words', 'snapshot', 'status', 'incidents', 'reports'],
      ...['fold', 'archive', 'chain', 'log', 'build', 'outside', 'verifier', 'site', 'demo', 'doctor'],
    ],
    because: 'nothing else depends on being called from a terminal, from GitHub or within a repository',
  },
};

const path = (folder) => `^src/${folder}/`;
const TESTS = '\\.test\\.ts$|^src/testing/';

export default {
  forbidden: [
    ...Object.entries(folders).map(([folder, { may, because }]) => ({
      name: `${folder}-arrow`,
      severity: 'error',
      comment: `src/${folder} may import ${may.length === 0 ? 'nothing of ours' : may.join(', ')}: ${because}.`,
      from: { path: path(folder), pathNot: TESTS },
      to: { path: '^(src|scripts)/', pathNot: [folder, ...may].map(path).join('|') },
    })),
    {
      name: 'no-tests-in-production',
      severity: 'error',
      comment: 'What tests need never becomes part of what runs.',
      from: { path: '^(src|scripts)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'models-are-pure',
      severity: 'error',
      comment:
        'What is true runs in Node and in the browser: no Node built-in, so no I/O and no clock of the machine.',
      from: {
        path: '^src/((core|log|ledger|words|systems|open-data)/|(incidents|reports)/model/|incidents/note/|(status|chain)/[^/]+$|site/views/)',
        pathNot: `${TESTS}|-file\\.ts$`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'what-renders-never-fetches',
      severity: 'error',
      comment: 'The disk is the only bridge: of what asks, tells and accepts, pages know the models alone.',
      from: { path: '^src/(words|open-data|site|pages)/', pathNot: TESTS },
      to: { path: '^src/((status|chain)/(ask|run)/|reports/(?!model/)|incidents/(lint|accept|author)/)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle means that two files are one noun, or that an arrow points the wrong way.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere hides from every other rule.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^astro:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '^(dist|\\.astro|\\.terang)/' },
  },
};
