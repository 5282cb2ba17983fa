/**
 * The arrows of src/README.md: `A ← B` means that B may import A. Each folder lists what it may import of
 * ours; everything else is refused.
 */
export const arrows = {
  domain: { may: [], because: 'what is true depends on nothing of ours: no I/O, no clock, no words' },
  sources: {
    may: ['domain'],
    because: 'a source maps its own wire form to the domain and knows nothing of files or pages',
  },
  store: {
    may: ['domain'],
    because: 'reading and writing content files is one craft, whoever fills them',
  },
  checks: {
    may: ['domain', 'sources', 'store'],
    because: 'a run of checks asks sources and leaves content; it draws nothing',
  },
  snapshot: {
    may: ['domain', 'sources', 'store'],
    because: 'what fetches never meets what renders: the disk is the only bridge',
  },
  lint: {
    may: ['domain', 'store'],
    because: 'a rule holds the text of a note against what is true; it fetches and draws nothing',
  },
  notes: {
    may: ['domain', 'store', 'lint'],
    because: 'a note becomes content only after the lint has let it through',
  },
  authoring: {
    may: ['domain', 'store', 'lint', 'notes'],
    because: 'it writes the files that people commit, from playbooks and what is known now',
  },
  reports: {
    may: ['domain', 'sources', 'store'],
    because: 'a routine asks sources and leaves content; it draws nothing',
  },
  audit: {
    may: ['domain', 'sources', 'store', 'reports'],
    because: 'the monthly audit asks the database and the API and leaves its findings as content',
  },
  archive: {
    may: ['domain', 'i18n', 'views', 'store'],
    because: 'an archive holds the same tables that the site offers, made of content alone',
  },
  og: {
    may: ['domain', 'i18n', 'views'],
    because: 'a preview image is a view that is painted',
  },
  repository: {
    may: ['domain', 'store'],
    because: 'what is committed is told by the content itself, not by who wrote it',
  },
  github: {
    may: ['domain', 'checks', 'snapshot', 'lint', 'notes', 'reports', 'audit'],
    because: "GitHub's pages of a run show how commands ended; nothing depends on GitHub",
  },
  i18n: {
    may: ['domain'],
    because: 'words may name what is true, never where it comes from or how it is drawn',
  },
  views: { may: ['domain', 'i18n'], because: 'views are pure: domain objects in, page models out' },
  components: {
    may: ['domain', 'i18n', 'views', 'styles'],
    because: 'a component draws a page model; it reads no content',
  },
  layouts: {
    may: ['domain', 'i18n', 'views', 'components', 'styles'],
    because: 'a layout is a component around a page',
  },
  pages: {
    may: ['domain', 'i18n', 'views', 'components', 'layouts', 'styles', 'collections', 'og'],
    because: 'a page brings content and view together',
  },
  collections: {
    may: ['domain', 'content.config'],
    because: 'reading content for pages needs what is true and nothing that fetches',
  },
  'content.config': { may: ['domain'], because: 'the schemas of written content are the domain' },
  server: { may: ['domain', 'i18n'], because: 'the server serves a build; it neither fetches nor renders' },
  demo: {
    may: [
      ...['domain', 'sources', 'store', 'snapshot', 'checks', 'lint', 'notes', 'reports', 'audit', 'archive'],
      ...['i18n', 'og'],
    ],
    because:
      'the demo stands in for an operator: a database, and the same snapshot as in production; its invented images are painted as previews are',
  },
};

const path = (folder) => `^src/${folder.replaceAll('.', '\\.')}(/|\\.ts$)`;
const TESTS = '\\.test\\.ts$|^src/testing/';

export default {
  forbidden: [
    ...Object.entries(arrows).map(([folder, { may, because }]) => ({
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
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The domain runs in Node and in the browser: no Node built-in, so no I/O and no clock of the machine.',
      from: { path: path('domain'), pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
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
